using System.Globalization;
using System.Text;
using QRCoder;

namespace EffectiveSchool.Reports.Figures;

/// <summary>A QR code as the path of an svg: no picture file, no style attribute.</summary>
/// <param name="Size">Width and height in modules, the quiet zone of 4 on each side among them.</param>
/// <param name="Data">The <c>d</c> of the path that fills the dark modules.</param>
public sealed record QrPath(int Size, string Data)
{
    /// <summary>Encodes a text with error correction M (15 % of the picture may be spoilt).</summary>
    /// <param name="text">What the code says, up to about 2 000 characters.</param>
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return new QrPath(rows.Count, path.ToString());
    }
}
