using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>A task of the build: makes one file of Lingua’s models, as LinguaModelFile reads it.</summary>
public class PackModels : Task
{
    public ITaskItem[] Models { get; set; }

    public string Output { get; set; }

    public override bool Execute()
    {
        // Tasks are compiled against an older library, which does not know Brotli.
        Type brotli = Type.GetType("System.IO.Compression.BrotliStream, System.IO.Compression.Brotli", throwOnError: true);
        if (Models.Length == 0)
            throw new InvalidOperationException("There are no language models to pack.");
        using (FileStream file = File.Create(Output))
        using (var packed = new GZipStream(file, CompressionLevel.Optimal))
        {
            foreach (string path in Models.Select(model => model.GetMetadata("FullPath")).OrderBy(path => path, StringComparer.Ordinal))
            {
                var plain = new MemoryStream();
                using (FileStream source = File.OpenRead(path))
                using (var unpacking = (Stream)Activator.CreateInstance(brotli, source, CompressionMode.Decompress))
                    unpacking.CopyTo(plain);
                string code = Path.GetFileName(Path.GetDirectoryName(path)),
                    kind = Path.GetFileName(path).Split('.')[0];
                byte[] head = Encoding.ASCII.GetBytes($"{code} {kind} {plain.Length}\n");
                packed.Write(head, 0, head.Length);
                plain.WriteTo(packed);
            }
        }
        return true;
    }
}
