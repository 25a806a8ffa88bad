// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

bool isBidiControl(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
}

bool isEmojiPart(char32_t c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) || c == 0x200D
        || c == 0xFE0F || c == 0x20E3 || (c >= 0xE0020 && c <= 0xE007F);
}

bool isHangul(QChar c)
{
    return c.script() == QChar::Script_Hangul;
}

//! Where a line that would break inside a Hangul word should end instead; 0 to leave it alone.
qsizetype endBeforeWord(const QString &text, qsizetype start, qsizetype end)
{
    if (end >= text.size() || end <= start || !isHangul(text[end]) || text[end - 1].isSpace())
        return 0;
    qsizetype space = end - 1;
    while (space > start && !text[space].isSpace())
        --space;
    const bool keepsEnough = space - start > (end - start) / 2;
    return keepsEnough ? space + 1 : 0;
}

} // namespace

QString displayText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n')
            clean += QChar::LineSeparator;
        else if (c == u'\t')
            clean += u' ';
        else if (c.category() != QChar::Other_Control && !isBidiControl(c))
            clean += c;
    }
    return clean;
}

QList<Link> findLinks(const QString &text)
{
    static const QRegularExpression address(u"\\b(?:https?://|www\\.)[^\\s<>\"\u2028]+"_s, QRegularExpression::CaseInsensitiveOption);
    QList<Link> links;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        QString found = match.captured();
        constexpr QStringView endings = u".,;:!?'*_~…。，！？»”’";
        while (!found.isEmpty()
               && (endings.contains(found.back()) || (found.endsWith(u')') && found.count(u'(') < found.count(u')'))))
            found.chop(1);
        const QUrl url(found.startsWith("www."_L1, Qt::CaseInsensitive) ? u"https://"_s + found : found, QUrl::StrictMode);
        if (url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty())
            links.append({match.capturedStart(), found.size(), url});
    }
    return links;
}

QString plainHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

QString plainAddress(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded());
}

bool isFewEmoji(const QString &text)
{
    constexpr int few = 3;
    constexpr qsizetype longest = 60;
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longest)
        return false;
    bool picture = false;
    for (const char32_t c : trimmed.toUcs4()) {
        if (!isEmojiPart(c))
            return false;
        picture = picture || c >= 0x1F000 || c == 0xFE0F || (c >= 0x2600 && c <= 0x27BF);
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return picture && count <= few;
}

QSizeF breakLines(QTextLayout &layout, double width)
{
    const QString text = layout.text();
    double height = 0;
    double widest = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qsizetype end = endBeforeWord(text, line.textStart(), line.textStart() + line.textLength());
        if (end > 0)
            line.setNumColumns(int(end - line.textStart()), width);
        line.setPosition(QPointF(0, height));
        height += std::ceil(line.height());
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {std::ceil(widest), height};
}

} // namespace jjak::desktop
