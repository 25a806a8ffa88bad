// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStringListModel>

namespace jjak::desktop {

class Theme;

//! A list of emoji, each with its name for tool tips and screen readers.
class EmojiModel final : public QStringListModel {
    Q_OBJECT

public:
    using QStringListModel::QStringListModel;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
};

//! "heart" or "하트"; the emoji itself when it has no name.
QString spokenEmoji(const QString &emoji);

//! Emoji in lines of equal cells. Arrow keys go through them, also from the end of a line to the next one.
class EmojiGrid final : public QListView {
    Q_OBJECT

public:
    EmojiGrid(const Theme &theme, QWidget *parent);

    void setEmoji(const QStringList &emoji);
    QStringList emoji() const { return m_model.stringList(); }
    //! The one that Enter would take; empty when there is none.
    QString current() const { return currentIndex().data().toString(); }
    int columns() const;
    void choose() { Q_EMIT chosen(current()); }

Q_SIGNALS:
    void chosen(const QString &emoji);
    void currentEmojiChanged(const QString &emoji);
    //! Up in the first line.
    void leftUpwards();
    //! A letter: meant for the search.
    void typed(const QString &text);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    const Theme &m_theme;
    EmojiModel m_model;
};

} // namespace jjak::desktop
