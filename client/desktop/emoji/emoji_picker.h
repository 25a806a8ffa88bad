// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <functional>

#include "client/desktop/translated.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;

namespace jjak::client {
class Settings;
}

namespace jjak::desktop {

class EmojiGrid;
class Theme;

//! Lets somebody choose an emoji: by searching for its name, from a group, or from those used last. It floats within its
//! window (no window of its own: input methods and every desktop's focus rules work as in the rest) and closes when
//! something is chosen, at Esc, and when the focus or the mouse goes elsewhere.
class EmojiPicker final : public Translated<QFrame> {
    Q_OBJECT

public:
    using Chosen = std::function<void(const QString &)>;

    //! `parent`: floats in its window.
    EmojiPicker(const Theme &theme, client::Settings &settings, QWidget *parent);

    //! Opens beside `anchor` (global), above it where there is room. The focus goes back to `after`.
    void open(const QRect &anchor, QWidget *after, Chosen chosen);
    //! Gives up.
    void close();

    QLineEdit *search() const { return m_search; }
    EmojiGrid *grid() const { return m_grid; }
    QList<QToolButton *> groups() const { return m_groups; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void showGroup(int index);
    void fill();
    void tell(const QString &emoji);
    void take(const QString &emoji);
    void focusMoved(const QWidget *now);

    const Theme &m_theme;
    client::Settings &m_settings;
    QWidget *m_owner;
    QLineEdit *m_search;
    QList<QToolButton *> m_groups;
    QButtonGroup *m_group;
    EmojiGrid *m_grid;
    QLabel *m_name;
    QLabel *m_none;
    Chosen m_chosen;
    QPointer<QWidget> m_after;
};

} // namespace jjak::desktop
