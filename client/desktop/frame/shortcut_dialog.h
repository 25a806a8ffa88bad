// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace jjak::desktop {

class Commands;
class Theme;

//! The list of all keys, made from the commands themselves and the few keys that pages have.
class ShortcutDialog final : public QDialog {
    Q_OBJECT

public:
    ShortcutDialog(const Theme &theme, const Commands &commands, QWidget *parent);
};

} // namespace jjak::desktop
