using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Utilities;

/// <summary>A task of the build: tells the service worker which files the page has, and by a sum over them which version it is.</summary>
public class ListPageFiles : Task
{
    private const string List = "files.js";

    public string Folder { get; set; }

    public override bool Execute()
    {
        string[] files = Directory
            .GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => file.Substring(Folder.Length).Replace('\\', '/'))
            .Where(file => file != List)
            .OrderBy(file => file, StringComparer.Ordinal)
            .ToArray();
        var text = new StringBuilder("// Written by the build.\nself.page = {\n");
        using (var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            foreach (string file in files)
            {
                all.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
                all.AppendData(File.ReadAllBytes(Path.Combine(Folder, file)));
            }
            string sum = BitConverter.ToString(all.GetHashAndReset()).Replace("-", "").ToLowerInvariant();
            text.Append($"  version: '{sum.Substring(0, 16)}',\n  files: [\n");
        }
        foreach (string file in files)
            text.Append($"    '{file}',\n");
        text.Append("  ],\n};\n");
        File.WriteAllText(Path.Combine(Folder, List), text.ToString());
        return true;
    }
}
