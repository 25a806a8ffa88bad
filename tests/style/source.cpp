// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace jjak::style {

namespace {

using namespace Qt::StringLiterals;

bool isOurs(const QString &name)
{
    static const QStringList endings{u".h"_s, u".cpp"_s, u".cmake"_s, u".py"_s, u".sh"_s, u".js"_s, u".mjs"_s, u".md"_s, u".sql"_s, u".toml"_s, u".yml"_s, u".qss"_s};
    return name == "CMakeLists.txt"_L1 || name == "run"_L1 || name == "test"_L1 || std::ranges::any_of(endings, [&](const QString &e) { return name.endsWith(e); });
}

//! Walks over C++ text and hands out code without comments and with emptied literals.
class Lexer {
public:
    explicit Lexer(const QString &text) : m_text(text) {}

    QList<Statement> run()
    {
        while (m_at < m_text.size())
            step();
        finish();
        return m_out;
    }

private:
    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'#' && looksAt(u"#include"))
            skipTo(m_text.indexOf(u'\n', m_at), 0);
        else if (looksAt(u"//"))
            skipTo(m_text.indexOf(u'\n', m_at), 0);
        else if (looksAt(u"/*"))
            skipTo(m_text.indexOf(u"*/", m_at + 2), 2);
        else if (looksAt(u"R\""))
            rawLiteral();
        else if (c == u'"')
            literal();
        else if (c == u'\'' && !(m_at > 0 && m_text[m_at - 1].isLetterOrNumber() && m_text[m_at - 1] != u'u'))
            character();
        else
            code(c);
    }
    bool looksAt(QStringView what) const { return QStringView(m_text).mid(m_at, what.size()) == what; }
    void skipTo(qsizetype end, qsizetype more)
    {
        const qsizetype to = end < 0 ? m_text.size() : end + more;
        m_line += int(QStringView(m_text).mid(m_at, to - m_at).count(u'\n'));
        m_at = to;
    }
    void begin()
    {
        if (m_now.code.trimmed().isEmpty()) {
            m_now.line = m_line;
            m_now.code.clear();
        }
    }
    void code(QChar c)
    {
        if (!c.isSpace())
            begin();
        m_now.code += c == u'\n' ? u' ' : c;
        m_line += c == u'\n' ? 1 : 0;
        ++m_at;
        if (c == u';' || c == u'{' || c == u'}')
            finish();
    }
    void addLiteral(const QString &content)
    {
        begin();
        m_now.code += u"\"\""_s;
        m_now.literals.append(content);
    }
    void literal()
    {
        QString content;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"' && m_text[m_at] != u'\n'; ++m_at) {
            if (m_text[m_at] == u'\\')
                ++m_at;
            if (m_at < m_text.size())
                content += m_text[m_at];
        }
        ++m_at;
        addLiteral(content);
    }
    void rawLiteral()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString close = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        const qsizetype end = m_text.indexOf(close, open);
        addLiteral(m_text.mid(open + 1, end - open - 1));
        skipTo(end, close.size());
    }
    void character()
    {
        begin();
        m_now.code += u"''"_s;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'\''; ++m_at)
            m_at += m_text[m_at] == u'\\' ? 1 : 0;
        ++m_at;
    }
    void finish()
    {
        if (!m_now.code.trimmed().isEmpty())
            m_out.append(m_now);
        m_now = {};
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    Statement m_now;
    QList<Statement> m_out;
};

} // namespace

QList<SourceFile> readTree(const QString &root)
{
    QStringList paths;
    for (const auto folder : {"client"_L1, "cmake"_L1, "common"_L1, "docs"_L1, "packaging"_L1, "resources"_L1, "server"_L1, "tests"_L1, "translations"_L1}) {
        QDirIterator it(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths.append(it.next());
    }
    for (const QFileInfo &info : QDir(root).entryInfoList(QDir::Files))
        paths.append(info.filePath());
    QList<SourceFile> out;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (isOurs(QFileInfo(path).fileName()) && !path.contains("/node_modules/"_L1) && file.open(QIODevice::ReadOnly))
            out.append({QDir(root).relativeFilePath(path), QString::fromUtf8(file.readAll())});
    }
    std::ranges::sort(out, {}, &SourceFile::path);
    return out;
}

QList<Statement> statementsOf(const QString &text)
{
    return Lexer(text).run();
}

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QList<Include> out;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const auto match = include.match(lines[i]); match.hasMatch())
            out.append({int(i + 1), match.captured(2), match.captured(1) == u"\""_s});
    return out;
}

QString finding(const SourceFile &file, qsizetype line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(what);
}

} // namespace jjak::style
