// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

using Member = QColor Tokens::*;

constexpr std::array<std::pair<QLatin1StringView, Member>, 21> members{{
    {"background"_L1, &Tokens::background},
    {"surface"_L1, &Tokens::surface},
    {"raised"_L1, &Tokens::raised},
    {"text"_L1, &Tokens::text},
    {"mutedText"_L1, &Tokens::mutedText},
    {"accent"_L1, &Tokens::accent},
    {"accentText"_L1, &Tokens::accentText},
    {"accentSoft"_L1, &Tokens::accentSoft},
    {"accentStrong"_L1, &Tokens::accentStrong},
    {"bubbleOwn"_L1, &Tokens::bubbleOwn},
    {"bubbleOwnText"_L1, &Tokens::bubbleOwnText},
    {"bubbleOther"_L1, &Tokens::bubbleOther},
    {"bubbleHost"_L1, &Tokens::bubbleHost},
    {"success"_L1, &Tokens::success},
    {"warning"_L1, &Tokens::warning},
    {"danger"_L1, &Tokens::danger},
    {"dangerFill"_L1, &Tokens::dangerFill},
    {"dangerFillText"_L1, &Tokens::dangerFillText},
    {"outline"_L1, &Tokens::outline},
    {"control"_L1, &Tokens::control},
    {"focus"_L1, &Tokens::focus},
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Tokens Tokens::light()
{
    return {.dark = false,
            .background = QColor(0xFBF6F4),
            .surface = QColor(0xFFFFFF),
            .raised = QColor(0xF4ECE9),
            .text = QColor(0x2A1D20),
            .mutedText = QColor(0x6E5C60),
            .accent = QColor(0xD63A56),
            .accentText = QColor(0xFFFFFF),
            .accentSoft = QColor(0xFDE4E3),
            .accentStrong = QColor(0xB3243F),
            .bubbleOwn = QColor(0xD63A56),
            .bubbleOwnText = QColor(0xFFFFFF),
            .bubbleOther = QColor(0xF3EBE9),
            .bubbleHost = QColor(0xFFF1DC),
            .success = QColor(0x187346),
            .warning = QColor(0x8A5300),
            .danger = QColor(0xC0271F),
            .dangerFill = QColor(0xC0271F),
            .dangerFillText = QColor(0xFFFFFF),
            .outline = QColor(0xE7DBD8),
            .control = QColor(0x94807F),
            .focus = QColor(0x5646D6)};
}

Tokens Tokens::forDark()
{
    return {.dark = true,
            .background = QColor(0x171215),
            .surface = QColor(0x1F191C),
            .raised = QColor(0x2B2327),
            .text = QColor(0xF6ECEC),
            .mutedText = QColor(0xBBA9AD),
            .accent = QColor(0xFF7D88),
            .accentText = QColor(0x2C070E),
            .accentSoft = QColor(0x47242B),
            .accentStrong = QColor(0xFF9AA2),
            .bubbleOwn = QColor(0xB83A54),
            .bubbleOwnText = QColor(0xFFFFFF),
            .bubbleOther = QColor(0x30282C),
            .bubbleHost = QColor(0x3A2F1F),
            .success = QColor(0x6BD69B),
            .warning = QColor(0xF2BE6B),
            .danger = QColor(0xFF8A7F),
            .dangerFill = QColor(0xCF3F36),
            .dangerFillText = QColor(0xFFFFFF),
            .outline = QColor(0x3B3135),
            .control = QColor(0x86757A),
            .focus = QColor(0xA99CFF)};
}

QColor Tokens::byName(QStringView name) const
{
    const auto it = std::find_if(members.begin(), members.end(), [&](const auto &m) { return name == m.first; });
    return it == members.end() ? QColor() : this->*(it->second);
}

QStringList Tokens::names()
{
    QStringList all;
    for (const auto &member : members)
        all.append(member.first);
    return all;
}

QList<ContrastPair> contrastPairs()
{
    QList<ContrastPair> pairs;
    const auto add = [&pairs](std::initializer_list<QLatin1StringView> on, std::initializer_list<QLatin1StringView> under,
                              double minimum) {
        for (const auto fore : on) {
            for (const auto back : under)
                pairs.append({fore, back, minimum});
        }
    };
    add({"text"_L1, "mutedText"_L1}, {"background"_L1, "surface"_L1, "raised"_L1, "accentSoft"_L1, "bubbleOther"_L1, "bubbleHost"_L1}, 4.5);
    add({"accentStrong"_L1}, {"background"_L1, "surface"_L1, "raised"_L1, "accentSoft"_L1, "bubbleOther"_L1, "bubbleHost"_L1}, 4.5);
    add({"success"_L1, "warning"_L1, "danger"_L1}, {"background"_L1, "surface"_L1, "raised"_L1, "accentSoft"_L1}, 4.5);
    add({"accentText"_L1}, {"accent"_L1, "accentStrong"_L1}, 4.5); // the second under the mouse
    add({"warning"_L1}, {"bubbleHost"_L1}, 3);
    add({"bubbleOwnText"_L1}, {"bubbleOwn"_L1}, 4.5);
    add({"dangerFillText"_L1}, {"dangerFill"_L1}, 4.5);
    add({"accent"_L1, "control"_L1, "focus"_L1, "dangerFill"_L1}, {"background"_L1, "surface"_L1, "raised"_L1}, 3);
    return pairs;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &base, const QColor &over, double share)
{
    const auto mix = [share](float from, float to) { return float(from + (to - from) * share); };
    return QColor::fromRgbF(mix(base.redF(), over.redF()), mix(base.greenF(), over.greenF()), mix(base.blueF(), over.blueF()));
}

QList<QColor> avatarColors()
{
    return {QColor(0xC2414B), QColor(0xB4531F), QColor(0x8A6A00), QColor(0x3F7D3A),
            QColor(0x167A74), QColor(0x2F6FB0), QColor(0x6A5ACD), QColor(0xA0469A)};
}

QColor avatarColor(QStringView key)
{
    // FNV-1a: the same on every machine and in every run, unlike qHash.
    quint32 hash = 2166136261U;
    for (const QChar c : key) {
        hash ^= c.unicode();
        hash *= 16777619U;
    }
    const auto colors = avatarColors();
    return colors[qsizetype((hash ^ (hash >> 15)) % quint32(colors.size()))];
}

} // namespace jjak::desktop
