namespace EffectiveSchool.Data.Server;

/// <summary>The private PostgreSQL cannot be started or joined; the message is a Russian sentence that says where and what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
