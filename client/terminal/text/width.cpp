// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/text/width.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cwchar>
#include <numeric>

namespace jjak::terminal {

namespace {

constexpr int widestGlyph = 8;    // a family of four; longer chains are cut
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

bool isEmoji(char32_t c)
{
    return c >= 0x1F000 ? c < 0x20000 : between(c, 0x2300, 0x2BFF);
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
        if (columns == 0 && glyph.width == 0) { // a mark on nothing; without it, so that measuring again gives the same
            glyph.text = QChar(0x25CC);
            glyph.width = 1;
            continue;
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

//! One glyph for every letter of a cluster that is too wide for one.
std::vector<Glyph> partsOf(const Glyph &whole)
{
    std::vector<Glyph> parts;
    for (const char32_t c : whole.text.toUcs4()) {
        const int columns = columnsOf(c);
        if (columns > 0 || parts.empty())
            parts.push_back({{}, 0, 0});
        parts.back().text += QStringView(QChar::fromUcs4(c));
        parts.back().width += columns;
    }
    parts.back().length = whole.length;
    return parts;
}

//! Whether the cluster that begins at `at` belongs to the one before: an older Unicode than the writer's may cut families
//! and flags apart.
bool continues(const QString &text, qsizetype start, qsizetype at)
{
    if (at >= text.size())
        return false;
    const auto before = QStringView(text).sliced(start, at - start).toUcs4();
    const auto here = QStringView(text).sliced(at, std::min<qsizetype>(2, text.size() - at)).toUcs4();
    if (before.back() == zeroWidthJoiner && isEmoji(before.front()) && isEmoji(here.front()))
        return true;
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
    const auto widthOf = [&](size_t from, size_t to) { return std::accumulate(all.begin() + long(from), all.begin() + long(to), 0, [](int sum, const Glyph &g) { return sum + g.width; }); };
    size_t start = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        while (i > start && widthOf(start, i + 1) > columns) {
            size_t end = i; // where the line ends: at the last space, else before this glyph
            while (end > start && all[end].text != u" ")
                --end;
            const bool atSpace = end > start;
            end = atSpace ? end : i;
            lines += joined(all, start, end);
            start = atSpace ? end + 1 : end;
        }
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
        if (glyph.width > widestGlyph) {
            const auto parts = partsOf(glyph);
            out.insert(out.end(), parts.begin(), parts.end());
            return;
        }
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
