// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSizeF>
#include <QString>
#include <QUrl>

class QTextLayout;

namespace jjak::desktop {

//! A web address inside a text.
struct Link {
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url;
};

//! Other people's text as it is safe to draw: control characters and the ones that reverse the direction of what follows
//! are taken out, line ends become line separators. Has the same length as what is drawn, so positions fit.
[[nodiscard]] QString displayText(const QString &text);

//! The http and https addresses of a text, without the punctuation that ends a sentence. `www.` counts as https.
[[nodiscard]] QList<Link> findLinks(const QString &text);

//! An address in characters that cannot look like others: hosts of other scripts as their ASCII form ("xn--…"), everything
//! else that is not ASCII as "%…".
[[nodiscard]] QString plainAddress(const QUrl &url);

//! The host of an address in the same way.
[[nodiscard]] QString plainHost(const QUrl &url);

//! Whether a text is nothing but one to three emoji, which are drawn large.
[[nodiscard]] bool isFewEmoji(const QString &text);

//! Breaks a layout's text into lines of a width, between words; Hangul words are only broken when one fills more than half
//! a line. Returns the size that the lines take.
QSizeF breakLines(QTextLayout &layout, double width);

} // namespace jjak::desktop
