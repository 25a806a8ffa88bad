// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/makers.h"

namespace jjak::desktop {

class Theme;

//! Asks before something that cannot be taken back, or that may not be meant: says what will happen, and the button says it too. Closes by itself.
class ConfirmDialog final : public QDialog {
    Q_OBJECT

public:
    //! Texts are plain. Escape and Cancel end it without anything; accepted() is the yes. `kind`: how its button looks.
    ConfirmDialog(const Theme &theme, const QString &title, const QString &text, const QString &action, QWidget *parent, Kind kind = Kind::Danger);

    QPushButton *actionButton() const { return m_action; }

private:
    QPushButton *m_action;
};

} // namespace jjak::desktop
