// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace jjak::desktop {

class Theme;

//! Asks before something that cannot be taken back: says what will happen, and the button says it too. Closes by itself.
class ConfirmDialog final : public QDialog {
    Q_OBJECT

public:
    //! Texts are plain. Escape and Cancel end it without anything; accepted() is the yes.
    ConfirmDialog(const Theme &theme, const QString &title, const QString &text, const QString &action, QWidget *parent);

    QPushButton *actionButton() const { return m_action; }

private:
    QPushButton *m_action;
};

} // namespace jjak::desktop
