// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace jjak::desktop {

class ElidedLabel;
class Theme;

//! The line above the box: which message is answered or changed, and a button that gives it up.
class ComposerBar final : public QWidget {
    Q_OBJECT

public:
    ComposerBar(const Theme &theme, QWidget *parent);

    void showTask(const QString &icon, const QString &text);
    QString text() const;
    QToolButton *closeButton() const { return m_close; }
    void setCloseName(const QString &name);

private:
    void refreshIcon();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    ElidedLabel *m_text;
    QToolButton *m_close;
};

} // namespace jjak::desktop
