// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStringListModel>

namespace jjak::client {
class Settings;
}

namespace jjak::desktop {

class ComposerEdit;
class Theme;

//! While ":hea" is being typed: emoji whose names begin so, in a list above the box, which keeps the focus. Up and Down go
//! through them, Enter or Tab takes one, Esc closes it until something else is typed. A whole ":heart:" becomes its emoji
//! by itself. Never while an input method is composing.
class EmojiCompletion final : public QListView {
    Q_OBJECT

public:
    EmojiCompletion(const Theme &theme, client::Settings &settings, ComposerEdit &edit);

    //! What a screen reader says of the current one; empty when nothing is offered.
    QString spoken() const;
    QStringList offered() const { return m_emoji; }

Q_SIGNALS:
    //! Opened, closed, or another one is the current one.
    void spokenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool keyPressed(int key);
    bool colonTyped();
    void replaceWhole();
    void refresh();
    void offer(const QString &begun);
    void place();
    void give();
    void step(int by);
    void take(int row);
    void replaceBegun(qsizetype length, const QString &emoji);

    const Theme &m_theme;
    client::Settings &m_settings;
    ComposerEdit &m_edit;
    QStringListModel m_labels;
    QStringList m_emoji;
    QString m_begun;   //!< what the list is for
    QString m_refused; //!< Esc was pressed at this
};

//! What stands before the end of `text` as the beginning of a name, without its colon; null when nothing does. The colon
//! begins the text or stands behind a space or a sign: times and the colons of sentences begin no name.
QString begunEmojiName(QStringView text);

} // namespace jjak::desktop
