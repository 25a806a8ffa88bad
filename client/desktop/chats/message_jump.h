// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <functional>

#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::client {
class MessageListModel;
}

namespace jjak::desktop {

class MessageView;
class Theme;

//! Leads to a message that may not be loaded yet: loads older pages until it is there. Says above the messages how far it
//! is, can be given up, and says why when it cannot get there.
class MessageJump final : public Translated<QWidget> {
    Q_OBJECT

public:
    //! Exactly that message, or where it is gone the next one.
    enum class Wanted { Exactly, OrNext };
    using Arrived = std::function<void(int row)>;

    MessageJump(const Theme &theme, MessageView &messages);

    //! Calls `arrived` once with the row, at once when it is loaded; never when it is given up or cannot be. A new jump
    //! takes the place of the one before.
    void lead(qint64 seq, Wanted wanted, Arrived arrived);
    bool isUnderWay() const { return m_seq > 0; }
    //! false when none is under way.
    bool cancel();
    //! What it says now; empty when it is not shown.
    QString text() const;
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    //! There, given up, or in vain.
    void ended();

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! What the line above the messages says.
    enum class Saying { Nothing, Loading, Gone, Failed };

    void step();
    void stepLater();
    void fetched(bool fetching);
    void end(Saying why);
    void say(Saying what);
    void place();
    int percent() const;

    const Theme &m_theme;
    MessageView &m_messages;
    QPointer<client::MessageListModel> m_model;
    QLabel *m_label;
    QPushButton *m_button;
    QTimer m_slow;  //!< what is quick needs no line
    QTimer m_leave; //!< the line goes by itself after a while
    Saying m_saying = Saying::Nothing;
    qint64 m_seq = 0;  //!< where to; 0: not under way
    qint64 m_from = 0; //!< where it began
    qint64 m_before = 0;
    bool m_stepping = false; //!< a step is queued
    Wanted m_wanted = Wanted::Exactly;
    Arrived m_arrived;
};

} // namespace jjak::desktop
