namespace NewsroomPortal.Features.Desk.Fields;

/// <summary>The values that a text box was given, by the serial numbers it was given them with, as long as it may still answer with one.</summary>
internal sealed class ShownValues
{
    private readonly Dictionary<int, FieldShown> _values = [];
    private int _given;
    private int _last;

    public FieldShown? Last => _values.GetValueOrDefault(_last);

    public int Add(FieldShown value)
    {
        _last = ++_given;
        _values.Add(_last, value);
        return _last;
    }

    /// <summary>The box never got it.</summary>
    public void TakeBack(int serial)
    {
        _values.Remove(serial);
        _last = _values.Keys.DefaultIfEmpty().Max();
    }

    /// <summary>The value with this number; older ones are forgotten, since a box never goes back. Null: a box of an earlier page.</summary>
    public FieldShown? Answered(int serial)
    {
        foreach (var older in _values.Keys.Where(known => known < serial).ToList())
        {
            _values.Remove(older);
        }
        return _values.GetValueOrDefault(serial);
    }
}
