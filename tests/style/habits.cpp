// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "habits.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace jjak::style {

namespace {

using namespace Qt::StringLiterals;

constexpr int longest = 500; // lines

bool isProduct(const SourceFile &file)
{
    return file.isIn("common"_L1) || file.isIn("server"_L1) || file.isIn("client"_L1);
}

//! Findings for every statement whose code matches.
QStringList whereCode(const SourceFile &file, const QRegularExpression &pattern, const QString &what)
{
    QStringList out;
    for (const Statement &s : statementsOf(file.text))
        if (pattern.match(s.code).hasMatch())
            out.append(finding(file, s.line, what));
    return out;
}

} // namespace

QStringList missingLicence(const SourceFile &file)
{
    if (file.path.endsWith(".md"_L1) || file.text.isEmpty())
        return {};
    const QString head = file.text.section(u'\n', 0, 5);
    if (head.contains("SPDX-FileCopyrightText: The Jjak authors"_L1) && head.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
        return {};
    return {finding(file, 1, u"the two SPDX lines are missing"_s)};
}

QStringList missingPragmaOnce(const SourceFile &file)
{
    if (!file.path.endsWith(".h"_L1))
        return {};
    for (const QString &line : file.text.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith("//"_L1))
            continue;
        return line == "#pragma once"_L1 ? QStringList() : QStringList(finding(file, 1, u"#pragma once comes first"_s));
    }
    return {finding(file, 1, u"#pragma once is missing"_s)};
}

QStringList ownHeaderNotFirst(const SourceFile &file)
{
    const auto includes = includesOf(file.text);
    if (!isProduct(file) || !file.path.endsWith(".cpp"_L1))
        return {};
    const QString own = file.path.chopped(3) + u'h';
    for (qsizetype i = 1; i < includes.size(); ++i)
        if (includes[i].name == own)
            return {finding(file, includes[i].line, u"a file includes its own header first"_s)};
    return {};
}

QStringList tooLong(const SourceFile &file)
{
    const qsizetype lines = file.text.count(u'\n');
    return file.isCode() && lines > longest ? QStringList(finding(file, longest, u"%1 lines: look for the missing concept"_s.arg(lines))) : QStringList();
}

QStringList composedSql(const SourceFile &file)
{
    static const QRegularExpression sql(u"\\b(SELECT\\s.*\\sFROM|INSERT\\s+(OR\\s+\\w+\\s+)?INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|WHERE\\s+\\w+|ORDER\\s+BY|VALUES\\s*\\()"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression pieces(u"\"\"(_s|_ba|_L1)?\\)?\\s*(\\+|%|\\.arg\\()|(\\+|%)\\s*(u|QString\\w*\\(|QLatin1String\\w*\\()*\"\"|\\.(append|prepend)\\(u?\"\"|\\+=\\s*u?\"\""_s);
    QStringList out;
    if (!isProduct(file) || !file.isCode())
        return out;
    for (const Statement &s : statementsOf(file.text)) {
        const bool isSql = std::ranges::any_of(s.literals, [](const QString &literal) { return sql.match(literal).hasMatch(); });
        if (isSql && pieces.match(s.code).hasMatch())
            out.append(finding(file, s.line, u"SQL put together from pieces: bind the values"_s));
    }
    return out;
}

QStringList leftOverWork(const SourceFile &file)
{
    // Written so that this file does not find itself.
    static const QRegularExpression words(u"\\b(TO"
                                          "DO|FIX"
                                          "ME|XX"
                                          "X|HA"
                                          "CK)\\b"_s);
    QStringList out;
    const auto lines = file.text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const auto match = words.match(lines[i]); match.hasMatch())
            out.append(finding(file, i + 1, match.captured(1) + u": do it, or write an issue"_s));
    return out;
}

QStringList sentencesInTheServer(const SourceFile &file)
{
    static const QRegularExpression translated(u"\\b(tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|QT_TRID_NOOP|qtTrId)\\s*\\("_s);
    return file.isCode() && (file.isIn("server"_L1) || file.isIn("common"_L1)) ? whereCode(file, translated, u"sentences belong to the clients"_s) : QStringList();
}

QStringList otherServers(const SourceFile &file)
{
    static const QRegularExpression words(u"redis|postgres|sqlite|libpq|cluster|\\bfence|\\blease|\\bpartition|\\bnode\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const bool concerned = file.path.startsWith("server/domain/"_L1) || file.path.startsWith("server/app/services/"_L1);
    return concerned && file.isCode() ? whereCode(file, words, u"an engine or another server: rules and services know of none"_s) : QStringList();
}

QStringList singletons(const SourceFile &file)
{
    static const QRegularExpression instance(u"\\bstatic\\b[^;(]*[&*]\\s*(instance|get|self|global)\\s*\\(\\s*\\)"_s);
    return isProduct(file) && file.isCode() ? whereCode(file, instance, u"a singleton: pass it through the constructor"_s) : QStringList();
}

} // namespace jjak::style
