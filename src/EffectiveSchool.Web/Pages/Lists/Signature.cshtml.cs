using EffectiveSchool.Data.Files;
using EffectiveSchool.Imports;
using EffectiveSchool.Imports.Documents;

namespace EffectiveSchool.Web.Pages.Lists;

/// <summary>A signed order with what its signature says; times are of the region.</summary>
/// <param name="Signers">Who signed; empty where the signature cannot be read.</param>
/// <param name="Refusal">Why it cannot be read; null where it can.</param>
public sealed record ReadOrder(OrderFiles Order, IReadOnlyList<DocumentSigner> Signers, string? Refusal);

/// <summary>Who signed the order of a list: read from the stored files each time, kept nowhere.</summary>
[Authorize(Policies.ReadFigures)]
public sealed class SignatureModel(PortalDb db, ListLife life, FileStore files, Person person) : PageModel
{
    public LifeView Life { get; private set; } = null!;

    /// <summary>Orders with a signature, the one in force first.</summary>
    public IReadOnlyList<ReadOrder> Orders { get; private set; } = [];

    /// <summary>Names of persons are for those who answer for the order; for the others the organisation is.</summary>
    public bool SeesNames => person.May(Policies.ManageLists) || person.May(Policies.Administer);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await db.Lists.AnyAsync(l => l.Id == id, cancellationToken))
        {
            return NotFound();
        }

        Life = await life.OfAsync(id, cancellationToken);
        var orders = new List<ReadOrder>();
        foreach (var order in Life.Orders)
        {
            if (order.Signature is { } signature && await BytesAsync(signature.Id, cancellationToken) is { } signed && await BytesAsync(order.File.Id, cancellationToken) is { } document)
            {
                orders.Add(await ReadAsync(order, signed, document));
            }
        }

        Orders = orders;
        return Page();
    }

    private async Task<ReadOrder> ReadAsync(OrderFiles order, byte[] signature, byte[] document)
    {
        try
        {
            var signers = new List<DocumentSigner>();
            foreach (var signer in SignatureReader.Read(signature, document).Signers)
            {
                signers.Add(signer with { ValidFrom = await LocalAsync(signer.ValidFrom), ValidTo = await LocalAsync(signer.ValidTo), SignedAt = await LocalAsync(signer.SignedAt) });
            }

            return new ReadOrder(order, signers, null);
        }
        catch (FileRefusedException e)
        {
            return new ReadOrder(order, [], e.Message);
        }
    }

    private async Task<DateTimeOffset?> LocalAsync(DateTimeOffset? moment) => moment is { } known ? await person.LocalAsync(known) : null;

    private async Task<byte[]?> BytesAsync(int fileId, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(fileId, cancellationToken) is not var (_, content))
        {
            return null;
        }

        await using (content)
        {
            var bytes = new byte[content.Length];
            await content.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
    }
}
