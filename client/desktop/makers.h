// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace jjak::desktop {

class Theme;

//! How the style sheet paints a piece of text.
enum class Tone { Plain, Muted, Strong, Title, Display, Danger, Success };
//! How it paints a button.
enum class Kind { Plain, Primary, Quiet, Danger, Link };

//! A label that wraps and takes plain text only, because names and messages of others may stand in it.
QLabel *makeLabel(QWidget *parent, Tone tone = Tone::Plain);
void setTone(QLabel *label, Tone tone);
QPushButton *makeButton(QWidget *parent, Kind kind = Kind::Plain);
//! A button with an icon only; it needs an accessible name and a tool tip, see nameButton().
QToolButton *makeIconButton(QWidget *parent, const Theme &theme, const QString &icon);
//! Accessible name and tool tip at once.
void nameButton(QAbstractButton *button, const QString &name);
//! A plain widget in the looks of "card", "surface" or "side".
QWidget *makePanel(QWidget *parent, const QString &panel);

} // namespace jjak::desktop
