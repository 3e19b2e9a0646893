System.Console.WriteLine("One line.");
