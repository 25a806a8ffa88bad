// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/text/width.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cwchar>

namespace jjak::terminal {

namespace {

constexpr int marksPerLetter = 4; // what ncurses holds in one cell (CCHARW_MAX is 5 with the letter)
constexpr char32_t zeroWidthJoiner = 0x200D;

bool between(char32_t c, char32_t from, char32_t to)
{
    return c >= from && c <= to;
}

bool isSkinTone(char32_t c)
{
    return between(c, 0x1F3FB, 0x1F3FF);
}

bool isRegional(char32_t c)
{
    return between(c, 0x1F1E6, 0x1F1FF);
}

//! Shapes a cluster without filling a column, and not the same way everywhere.
bool isShaping(char32_t c)
{
    return c == zeroWidthJoiner || c == 0x200C || between(c, 0xFE00, 0xFE0F) || between(c, 0xE0000, 0xE01EF);
}

int columnsOf(char32_t c)
{
    const int columns = ::wcwidth(wchar_t(c));
    return columns >= 0 ? columns : 1;
}

Glyph drawn(QStringView cluster)
{
    Glyph glyph{{}, 0, cluster.size()};
    int marks = 0;
    const QString composed = cluster.toString().normalized(QString::NormalizationForm_C);
    for (char32_t c : composed.toUcs4()) {
        if (c < 0x20 || between(c, 0x7F, 0x9F)) // clean() was forgotten: must never reach a terminal
            c = 0xFFFD;
        if (isShaping(c) || (isSkinTone(c) && glyph.width > 0))
            continue;
        const int columns = columnsOf(c);
        if (columns == 0 && glyph.width == 0) { // a mark on nothing
            glyph.text = QChar(0x25CC);
            glyph.width = 1;
        }
        if (columns == 0 && ++marks > marksPerLetter)
            continue;
        if (columns > 0)
            marks = 0;
        glyph.text += QStringView(QChar::fromUcs4(c));
        glyph.width += columns;
    }
    return glyph;
}

//! Whether the cluster that begins at `at` belongs to the one before: an older Unicode than the writer's may cut families
//! and flags apart.
bool continues(const QString &text, qsizetype start, qsizetype at)
{
    if (at >= text.size())
        return false;
    if (text[at - 1].unicode() == zeroWidthJoiner && text[at].isSurrogate())
        return true;
    const auto before = QStringView(text).sliced(start, at - start).toUcs4();
    const auto here = QStringView(text).sliced(at, std::min<qsizetype>(2, text.size() - at)).toUcs4();
    return isSkinTone(here.front()) || (before.size() == 1 && isRegional(before.front()) && isRegional(here.front()));
}

template <class Visit>
void eachCluster(const QString &text, Visit visit)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype start = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
        if (continues(text, start, at))
            continue;
        visit(start, at);
        start = at;
    }
}

QString joined(const std::vector<Glyph> &all, size_t from, size_t to)
{
    QString out;
    for (size_t i = from; i < to; ++i)
        out += all[i].text;
    return out;
}

//! Breaks one paragraph.
void wrapInto(QStringList &lines, QStringView paragraph, int columns)
{
    const auto all = glyphs(paragraph);
    size_t start = 0, space = 0; // `space`: the last one of this line, 0 for none
    int used = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        if (used + all[i].width > columns && i > start) {
            const bool isSpace = all[i].text == u" ";
            const size_t end = isSpace ? i : space > start ? space : i;
            lines += joined(all, start, end);
            start = isSpace || space > start ? end + 1 : end;
            used = 0;
            for (size_t j = start; j < i; ++j)
                used += all[j].width;
            if (isSpace)
                continue;
        }
        if (all[i].text == u" ")
            space = i;
        used += all[i].width;
    }
    lines += joined(all, std::min(start, all.size()), all.size());
}

} // namespace

std::vector<Glyph> glyphs(QStringView text)
{
    std::vector<Glyph> out;
    const QString whole = text.toString();
    out.reserve(size_t(whole.size()));
    eachCluster(whole, [&](qsizetype from, qsizetype to) {
        Glyph glyph = drawn(QStringView(whole).sliced(from, to - from));
        if (glyph.width == 0 && !out.empty())
            out.back().length += glyph.length; // nothing of it is drawn
        else if (glyph.width > 0)
            out.push_back(std::move(glyph));
    });
    return out;
}

int width(QStringView text)
{
    int columns = 0;
    for (const Glyph &glyph : glyphs(text))
        columns += glyph.width;
    return columns;
}

QString truncated(QStringView text, int columns)
{
    const auto all = glyphs(text);
    int total = 0;
    for (const Glyph &glyph : all)
        total += glyph.width;
    if (total <= columns)
        return joined(all, 0, all.size());
    if (columns <= 0)
        return {};
    QString out;
    int used = 0;
    for (const Glyph &glyph : all) {
        if (used + glyph.width > columns - 1)
            break;
        out += glyph.text;
        used += glyph.width;
    }
    return out + QChar(0x2026);
}

QString padded(QStringView text, int columns)
{
    const QString cut = truncated(text, columns);
    return cut + QString(std::max(0, columns - width(cut)), u' ');
}

QStringList wrapped(QStringView text, int columns)
{
    QStringList lines;
    for (const QStringView paragraph : text.split(u'\n'))
        wrapInto(lines, paragraph, std::max(2, columns));
    return lines;
}

qsizetype nextBoundary(const QString &text, qsizetype position)
{
    qsizetype found = text.size();
    eachCluster(text, [&](qsizetype, qsizetype to) {
        if (to > position && to < found)
            found = to;
    });
    return found;
}

qsizetype previousBoundary(const QString &text, qsizetype position)
{
    qsizetype found = 0;
    eachCluster(text, [&](qsizetype from, qsizetype) {
        if (from < position)
            found = from;
    });
    return found;
}

} // namespace jjak::terminal
