namespace EffectiveSchool.Imports;

/// <summary>The whole file cannot be read: hostile, broken or of another kind. Readers turn it into a <see cref="Refusal"/>.</summary>
public sealed class FileRefusedException : Exception
{
    /// <summary>A file refused with no further cause.</summary>
    /// <param name="reason">A Russian sentence: what is wrong.</param>
    /// <param name="whatToDo">A Russian sentence: what to do.</param>
    public FileRefusedException(string reason, string whatToDo)
        : base(reason) => WhatToDo = whatToDo;

    /// <summary>A file refused because a part of it could not be read.</summary>
    /// <param name="reason">A Russian sentence: what is wrong.</param>
    /// <param name="whatToDo">A Russian sentence: what to do.</param>
    /// <param name="cause">The fault met.</param>
    public FileRefusedException(string reason, string whatToDo, Exception cause)
        : base(reason, cause) => WhatToDo = whatToDo;

    /// <summary>A Russian sentence: what to do.</summary>
    public string WhatToDo { get; }

    internal static FileRefusedException Broken(Exception? cause = null)
    {
        const string reason = "Файл повреждён или загружен не до конца.";
        const string whatToDo = "Откройте файл в Excel, сохраните заново и загрузите ещё раз; если он не открывается, выгрузите его снова.";
        return cause is null ? new FileRefusedException(reason, whatToDo) : new FileRefusedException(reason, whatToDo, cause);
    }
}
