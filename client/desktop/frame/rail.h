// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

#include "client/desktop/translated.h"

class QBoxLayout;
class QButtonGroup;

namespace jjak::desktop {

class Theme;

//! A button of the rail: icon, word, and the number of unread things at the icon.
class RailButton final : public QToolButton {
    Q_OBJECT

public:
    RailButton(const Theme &theme, const QString &icon, QWidget *parent);
    QSize sizeHint() const override;
    void setUnread(int unread);
    //! In a row each takes its share, however narrow.
    void setNarrow(bool narrow);
    int unread() const { return m_unread; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_unread = 0;
    bool m_narrow = false;
};

//! The way between the places of the program: at the left, or at the bottom of a narrow window.
class Rail final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit Rail(const Theme &theme, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int place);
    void setUnread(int place, int unread);
    void setHorizontal(bool horizontal);
    void focusCurrent();
    RailButton *button(int place) const;

Q_SIGNALS:
    void chosen(int place);

protected:
    void retranslate() override;

private:
    bool isHorizontal() const;
    void refreshNames();
    void refreshSizes();

    const Theme &m_theme;
    QBoxLayout *m_layout;
    QButtonGroup *m_buttons;
};

} // namespace jjak::desktop
