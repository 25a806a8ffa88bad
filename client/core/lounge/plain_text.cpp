// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <vector>

#include "client/core/lounge/lounge_words.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

bool isPunctuation(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

//! Where what opens at `from` is closed, brackets within it counted; -1: nowhere.
qsizetype closing(QStringView text, qsizetype from, QChar open, QChar close)
{
    int depth = 0;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == open)
            ++depth;
        else if (text[i] == close && --depth == 0)
            return i;
    }
    return -1;
}

//! One line of Markdown is read from left to right; marks of emphasis go when their other half is found.
class Line {
public:
    Line(QStringView text, bool whole) : m_text(text), m_whole(whole) {}
    QString plain();

private:
    //! Marks that may belong to others: one piece of the output.
    struct Marks {
        size_t piece;
        QChar sign;
        bool opens, closes;
    };

    void read();
    void marks();
    bool code();
    bool link();
    bool address();
    void add(const QString &text) { m_pieces.back() += text; }
    void close(const Marks &closer);

    QStringView m_text;
    bool m_whole;
    qsizetype m_at = 0;
    std::vector<QString> m_pieces{QString()};
    std::vector<Marks> m_open;
};

QString Line::plain()
{
    while (m_at < m_text.size())
        read();
    if (!m_whole)
        for (const Marks &marks : m_open)
            m_pieces[marks.piece].clear();
    QString out;
    for (const QString &piece : m_pieces)
        out += piece;
    return out;
}

void Line::read()
{
    const QChar c = m_text[m_at];
    if (c == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1].unicode() < 128 && isPunctuation(m_text[m_at + 1])) {
        add(m_text[m_at + 1]);
        m_at += 2;
        return;
    }
    if ((c == u'`' && code()) || ((c == u'[' || c == u'!') && link()) || (c == u'<' && address()))
        return;
    if (c == u'*' || c == u'_' || c == u'~')
        return marks();
    add(c);
    ++m_at;
}

bool Line::code()
{
    qsizetype length = 0;
    while (m_at + length < m_text.size() && m_text[m_at + length] == u'`')
        ++length;
    const qsizetype begin = m_at + length;
    for (qsizetype i = begin; i < m_text.size();) {
        qsizetype run = 0;
        while (i + run < m_text.size() && m_text[i + run] == u'`')
            ++run;
        if (run == length) {
            add(m_text.sliced(begin, i - begin).trimmed().toString());
            m_at = i + run;
            return true;
        }
        i += std::max<qsizetype>(run, 1);
    }
    add(m_text.sliced(m_at, length).toString());
    m_at = begin;
    return true;
}

bool Line::link()
{
    const bool image = m_text[m_at] == u'!';
    const qsizetype from = image ? m_at + 1 : m_at;
    if (from >= m_text.size() || m_text[from] != u'[')
        return false;
    const qsizetype end = closing(m_text, from, u'[', u']');
    if (end < 0 || end + 1 >= m_text.size() || m_text[end + 1] != u'(')
        return false;
    const qsizetype last = closing(m_text, end + 1, u'(', u')');
    if (last < 0 && m_whole)
        return false;
    const QString words = Line(m_text.sliced(from + 1, end - from - 1), true).plain();
    m_at = last < 0 ? m_text.size() : last + 1;
    if (image || last < 0) {
        add(words);
        return true;
    }
    QString target = m_text.sliced(end + 2, last - end - 2).trimmed().toString();
    static const QRegularExpression title(u"\\s+(\"[^\"]*\"|'[^']*')$"_s);
    target.remove(title);
    if (target.startsWith(u'<') && target.endsWith(u'>'))
        target = target.sliced(1, target.size() - 2);
    add(words.isEmpty() || words == target ? target : target.isEmpty() ? words : u"%1 (%2)"_s.arg(words, target));
    return true;
}

//! "<https://…>" is that address; anything else is text.
bool Line::address()
{
    static const QRegularExpression form(u"\\A<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\\s<>]*)>"_s);
    const auto match = form.match(m_text.sliced(m_at).toString());
    if (!match.hasMatch())
        return false;
    add(match.captured(1));
    m_at += match.capturedLength();
    return true;
}

//! As CommonMark has it: what stands on both sides tells whether marks open, close or are only signs.
void Line::marks()
{
    const QChar sign = m_text[m_at];
    qsizetype length = 1;
    while (m_at + length < m_text.size() && m_text[m_at + length] == sign)
        ++length;
    const QChar before = m_at > 0 ? m_text[m_at - 1] : u' ', after = m_at + length < m_text.size() ? m_text[m_at + length] : u' ';
    const bool left = !after.isSpace() && (!isPunctuation(after) || before.isSpace() || isPunctuation(before));
    const bool right = !before.isSpace() && (!isPunctuation(before) || after.isSpace() || isPunctuation(after));
    const bool inWords = sign == u'_';
    m_pieces.push_back(m_text.sliced(m_at, length).toString());
    const Marks marks{m_pieces.size() - 1, sign, left && (!inWords || !right || isPunctuation(before)), right && (!inWords || !left || isPunctuation(after))};
    m_pieces.emplace_back();
    m_at += length;
    if (sign == u'~' && length != 2)
        return;
    if (marks.closes)
        close(marks);
    if (marks.opens && !m_pieces[marks.piece].isEmpty())
        m_open.push_back(marks);
}

//! What opens last is closed first; what was opened in between and never closed is text.
void Line::close(const Marks &closer)
{
    QString &mine = m_pieces[closer.piece];
    for (size_t i = m_open.size(); i-- > 0 && !mine.isEmpty();) {
        if (m_open[i].sign != closer.sign)
            continue;
        QString &other = m_pieces[m_open[i].piece];
        const qsizetype both = std::min(mine.size(), other.size());
        mine.chop(both);
        other.chop(both);
        m_open.resize(other.isEmpty() ? i : i + 1);
    }
}

//! What stands at the beginning of a line.
QString plainOfLine(const QString &line, bool whole)
{
    static const QRegularExpression heading(u"\\A {0,3}#{1,6}(?:\\s+|\\z)(.*?)(?:\\s+#+)?\\s*\\z"_s);
    static const QRegularExpression item(u"\\A(\\s*)[-*+]\\s+(?:\\[([ xX])\\]\\s+)?(.*)\\z"_s);
    static const QRegularExpression quote(u"\\A {0,3}>\\s?(.*)\\z"_s);
    if (const auto match = heading.match(line); match.hasMatch())
        return Line(match.captured(1), whole).plain();
    if (const auto match = quote.match(line); match.hasMatch())
        return u"> "_s + plainOfLine(match.captured(1), whole);
    if (const auto match = item.match(line); match.hasMatch()) {
        const QString box = match.captured(2);
        const QString mark = box.isEmpty() ? u"•"_s : box == u" " ? u"☐"_s : u"☑"_s;
        return match.captured(1) + mark + u' ' + Line(match.captured(3), whole).plain();
    }
    QString text = line;
    while (text.endsWith(u' ') || text.endsWith(u'\\'))
        text.chop(1);
    return Line(text, whole).plain();
}

} // namespace

QString plainText(const QString &markdown, bool whole)
{
    static const QRegularExpression fence(u"\\A {0,3}(```+|~~~+)"_s), rule(u"\\A {0,3}(?:(?:-\\s*){3,}|(?:\\*\\s*){3,}|(?:_\\s*){3,}|=+\\s*|-+\\s*)\\z"_s),
        columns(u"\\A\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?\\s*\\z"_s);
    const QStringList lines = markdown.split(u'\n');
    QStringList out;
    QString fenced; //!< the sign of the block of code that is open
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = fence.match(lines[i]);
        if (match.hasMatch() && (fenced.isEmpty() || match.captured(1).startsWith(fenced)))
            fenced = fenced.isEmpty() ? match.captured(1) : QString();
        else if (!fenced.isEmpty())
            out.append(lines[i]);
        else if (!rule.match(lines[i]).hasMatch() && !columns.match(lines[i]).hasMatch())
            out.append(plainOfLine(lines[i], whole || i + 1 < lines.size()));
    }
    const QString text = out.join(u'\n').trimmed();
    return whole ? text : text + u'…';
}

QString plainLine(const QString &markdown, bool whole)
{
    static const QRegularExpression quotes(u"^(?:> )+"_s, QRegularExpression::MultilineOption);
    return plainText(markdown, whole).remove(quotes).simplified();
}

} // namespace jjak::client
