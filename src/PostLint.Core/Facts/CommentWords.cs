namespace PostLint.Facts;

/// <summary>Words of comments that stand where names stand, and name nobody.</summary>
internal static class CommentWords
{
    /// <summary>Words that stand before a colon in comments and name nobody.</summary>
    public static HashSet<string> Labels { get; } =
        Set(
            """
            note, notes, nb, todo, to do, fixme, hack, warning, warn, caution, important, tip, hint, info, example, examples, eg, ie,
            figure, fig, table, image, images, video, caption, source, sources, credit, credits, ref, refs, reference, references, see,
            link, links, url, title, subtitle, author, authors, name, date, tags, toc, option, options, usage, input, output, question,
            questions, answer, answers, q, a, summary, abstract, introduction, intro, background, conclusion, method, methods, results,
            discussion, section, part, step, case, idea, ideas, intuition, remark, remarks, comment, comments, reviewer, reviewers, review,
            editor, meta, edit, update, old, new, draft, version, original, alternative, alternatively, task, goal, key, takeaway,
            takeaways, tldr, however, finally, first, second, third, then, therefore, recall, where, description, definition, theorem,
            proof, lemma, proposition, corollary, algorithm, code, data, dataset, model, loss, training, inference, style, layout, html,
            css, javascript, markdown, yaml, citation, citations, bibliography, footnote, footnotes, correctness, clarity, quality, novelty,
            significance, strengths, weaknesses, strength, weakness, pros, cons, limitations, contribution, contributions, assumptions,
            assumption, experiments, experiment, evaluation, motivation, hypothesis, assistant, human, system, prompt, response,
            instruction, context, chatgpt, gpt, bot, user, end, start, begin, left, right, top, bottom, center, width, height, row, column,
            col, columns, rows, interactive, plot, chart, copyright, license, version, created, creator, producer, generated, generator,
            exporter, export, created with, uploaded to, pages, designer, keywords, adapted, based, from, to, cc, bcc, subject, re, fwd,
            sent, on, in, for, removed, deleted, disabled, deprecated, unused, placeholder, temp, temporary, main, header, footer, nav,
            navigation, sidebar, content, body, page, post, blog, blogpost, paper, papers, work, works, this, that, these, observation,
            observations, explanation, details, detail, problem, solution, solutions, issue, issues, bug, fix, change, changes, add, remove,
            check, done, cf, yes, no, maybe, ok, hi, hello, dear, hey, thanks, regards, best, google, openai, deepmind, facebook, meta,
            microsoft, twitter, youtube, github, wikipedia, pytorch, tensorflow, python, jax, numpy, scipy, mermaid, mathjax, katex, jekyll,
            distill, plotly, bokeh, inkscape, figma, canva, variant, scenario, stage, phase, plan, choice, candidate, attempt, run, level,
            round, ps, pps, id, faq, tl, dr, gpu, cpu, api, nlp, llm, gan, vae, rnn, cnn, sgd, ml, rl, ai, cv, us, eu, uk, eq, lhs, rhs,
            svg, png, pdf, css, js, bib, tab, sec, fyi, btw, wip, tbd, tba, kl, mse, auc, pca, ode, pde, sde, mle, map, iid, lr, bn, ln, fc,
            qa, pos, neg
            """
        );

    /// <summary>What begins with @ in comments of scripts, styles and documentation.</summary>
    public static HashSet<string> Marks { get; } =
        Set(
            """
            media, import, keyframes, font-face, charset, supports, page, layer, container, param, return, returns, type, typedef, license,
            licence, preserve, author, version, since, see, todo, deprecated, article, inproceedings, misc, book, comment, string, online,
            techreport, phdthesis, incollection, inbook, unpublished, article, torch, jax, tf, numba, jit, property, staticmethod,
            classmethod, dataclass, override, context, graph, example, file, brief, note, private, public, internal, ts-ignore, ts-nocheck,
            nocheck, latest, next, babel, types, include, mixin, extend, use, forward, if, else, each, for
            """
        );

    /// <summary>Whom a greeting names that is nobody: all, a role, a program.</summary>
    public static HashSet<string> Addressees { get; } =
        Set(
            """
            all, everyone, everybody, there, world, reader, readers, reviewer, reviewers, author, authors, team, sir, madam, chair, chairs,
            folks, friends, editor, editors, colleagues, professor, prof, dr, again, you, guys, area, program, iclr, the
            """
        );

    private static HashSet<string> Set(string words) =>
        new(
            words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            StringComparer.OrdinalIgnoreCase
        );
}
