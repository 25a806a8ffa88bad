// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/rooms/file_name.h"

#include <QStringList>
#include <algorithm>
#include <array>

#include "common/rules/limits.h"

namespace jjak::domain {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype bytesMost = 240;      // most file systems take 255; a program that saves it may have to add " (2)"
constexpr qsizetype extensionMost = 16;   // in UTF-16 units; what is longer is no extension
constexpr QLatin1StringView forbidden("<>:\"|?*");
constexpr std::array devices{"CON"_L1, "PRN"_L1, "AUX"_L1, "NUL"_L1, "CONIN$"_L1, "CONOUT$"_L1};

bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // what reorders or hides: U+202E, U+2066, U+200B, U+FEFF …
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return QChar::isNonCharacter(c) || c == QChar::ReplacementCharacter;
    }
}

QString lastPart(const QString &path)
{
    const qsizetype at = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    return path.mid(at + 1);
}

QString withoutTricks(const QString &name)
{
    QString out;
    for (const uint c : name.toUcs4()) {
        if (isUnseen(c))
            continue;
        if (QChar::isSpace(c))
            out += u' ';
        else if (c < 128 && forbidden.contains(QChar(c)))
            out += u'_';
        else
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
    }
    return out.simplified();
}

bool isEdge(QChar c)
{
    return c == u'.' || c == u' ';
}

//! Dots in front hide a file; dots and blanks at the end are dropped by Windows, and with them what a rule looked at.
QString trimmed(QString name)
{
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    const auto first = std::ranges::find_if_not(name, isEdge);
    return name.mid(first - name.begin());
}

//! On Windows a device whatever follows a dot.
bool isDevice(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    if (std::ranges::any_of(devices, [&](QLatin1StringView device) { return stem == device; }))
        return true;
    const bool numbered = stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1);
    return numbered && stem.size() == 4 && (stem[3].isDigit() || QStringView(u"¹²³").contains(stem[3]));
}

bool fits(const QString &name)
{
    return name.toUcs4().size() <= limits::fileNameCodePoints && name.toUtf8().size() <= bytesMost;
}

QString shortened(const QString &name)
{
    if (fits(name))
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString extension = dot > 0 && name.size() - dot <= extensionMost ? name.mid(dot) : QString();
    QList<uint> stem = name.chopped(extension.size()).toUcs4();
    const auto whole = [&] { return trimmed(QString::fromUcs4(reinterpret_cast<const char32_t *>(stem.constData()), stem.size())) + extension; };
    stem.resize(std::min<qsizetype>(stem.size(), limits::fileNameCodePoints));
    while (!stem.isEmpty() && !fits(whole()))
        stem.removeLast();
    return whole();
}

} // namespace

QString fileName(const QString &wanted)
{
    const QString name = trimmed(withoutTricks(lastPart(wanted).normalized(QString::NormalizationForm_C)));
    if (name.isEmpty())
        return u"file"_s;
    return shortened(isDevice(name) ? u'_' + name : name);
}

QString withExtension(const QString &name, QLatin1StringView extension)
{
    static constexpr std::array formats{".jpg"_L1, ".jpeg"_L1, ".png"_L1, ".webp"_L1};
    const auto said = std::ranges::find_if(formats, [&](QLatin1StringView format) { return name.endsWith(format, Qt::CaseInsensitive); });
    const bool jpeg = said != formats.end() && said->startsWith(".jp"_L1);
    if (said != formats.end() && (*said == extension || (jpeg && extension == ".jpg"_L1)))
        return name;
    return fileName((said == formats.end() ? name : name.chopped(said->size())) + extension);
}

QString nameOfImage(const QString &name, QStringView type)
{
    return withExtension(name, type == "image/png"_L1 ? ".png"_L1 : ".jpg"_L1);
}

} // namespace jjak::domain
