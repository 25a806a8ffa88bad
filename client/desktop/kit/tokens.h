// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace jjak::desktop {

//! Every colour of the interface, by what it is for. Painters and the style sheet take colours from nowhere else.
struct Tokens {
    bool dark = false;
    QColor background;    //!< behind everything
    QColor surface;       //!< lists, input, cards
    QColor raised;        //!< hovered rows, chips, quiet buttons
    QColor text;
    QColor mutedText;
    QColor accent;        //!< filled: primary buttons, badges, own bubbles in the light
    QColor accentText;    //!< on accent
    QColor accentSoft;    //!< selected rows
    QColor accentStrong;  //!< accent as a text colour
    QColor bubbleOwn;
    QColor bubbleOwnText;
    QColor bubbleOther;
    QColor bubbleHost;
    QColor success;
    QColor warning;
    QColor danger;
    QColor dangerFill;
    QColor dangerFillText;
    QColor outline;       //!< hairlines that carry no meaning
    QColor control;       //!< borders of things to operate
    QColor focus;         //!< the ring around what has the keyboard

    [[nodiscard]] static Tokens light();
    [[nodiscard]] static Tokens forDark();

    //! The colour of that member, for the style sheet; invalid when there is none of that name.
    [[nodiscard]] QColor byName(QStringView name) const;
    [[nodiscard]] static QStringList names();
};

//! Two tokens that meet on the screen, and how far apart WCAG 2.2 wants them: 4.5 for text, 3 for marks and borders.
struct ContrastPair {
    QString foreground;
    QString background;
    double minimum = 4.5;
};

//! All pairs that the kit draws.
[[nodiscard]] QList<ContrastPair> contrastPairs();

//! WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

//! `share` of `over` laid on `base`; 0 is base, 1 is over.
[[nodiscard]] QColor mixed(const QColor &base, const QColor &over, double share);

//! The fill of somebody's avatar: one of a few, the same for the same key everywhere. White text is readable on each.
[[nodiscard]] QColor avatarColor(QStringView key);
[[nodiscard]] QList<QColor> avatarColors();

} // namespace jjak::desktop
