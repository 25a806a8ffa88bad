// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QToolButton;

namespace jjak::desktop {

class Completion;
class ComposerBar;
class ComposerEdit;

//! Writes messages into one room: the box, the counter near the limit, the send button; or, where nothing can be written,
//! the reason. Keeps the draft. What is written can answer a message, or take the place of an own one; what was begun so
//! waits for its room as long as the program runs.
class Composer final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit Composer(Context &context, QWidget *parent = nullptr);

    //! Keeps what was begun in the room before and shows what was in this one.
    void setRoom(std::optional<RoomId> room);
    //! Why nothing can be written now; empty: it can.
    void setObstacle(const QString &reason);
    //! Why nothing can be sent for a moment: writing goes on, the text stays. Empty: it can be sent.
    void setHold(const QString &reason);
    QString hold() const { return m_hold; }
    //! What is sent next answers this message. `whom` says so above the box.
    void replyTo(qint64 seq, const QString &whom);
    //! The box shows the words of an own message; Enter changes it. The draft waits meanwhile.
    void editMessage(qint64 seq, const QString &text);
    //! Gives up the answer or the change; false when there was none.
    bool cancel();
    //! Which message is answered or changed; 0: none.
    qint64 repliedTo() const { return m_task == Task::Reply ? m_seq : 0; }
    qint64 edited() const { return m_task == Task::Edit ? m_seq : 0; }
    //! Something new can be written here, though perhaps not at this moment.
    bool mayReply() const { return m_obstacle.isEmpty(); }
    ComposerBar *bar() const { return m_bar; }
    QToolButton *emojiButton() const { return m_emoji; }
    Completion *completion() const { return m_completion; }
    //! Where the cursor is.
    void insertEmoji(const QString &emoji);
    void focusEdit();
    ComposerEdit *edit() const { return m_edit; }
    void keepDraft();

Q_SIGNALS:
    //! A message was put into the outbox.
    void sent();
    //! By the button, or by Ctrl+O in the box.
    void attachWanted();
    //! By the button, or by Ctrl+E in the box.
    void emojiWanted();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    //! What Enter does: sends something new, sends an answer, or changes a message.
    enum class Task { New, Reply, Edit };

    //! What was begun in a room that is not shown.
    struct Begun {
        Task task = Task::New;
        qint64 seq = 0;
        QString about;
        QString text; //!< of a change; everything else is in the draft
    };

    Completion *makeCompletion();
    void connectParts();
    void putAside();
    void takeUp();
    void setTask(Task task, qint64 seq, const QString &about);
    void submit();
    void submitEdit(const QString &text);
    void editFailed(RoomId room, const Begun &edit, const Error &error);
    void showText(const QString &text);
    void complain(const Error &error);
    void textEdited();
    void refresh();
    void takeBack(RoomId room, const QString &text);

    Context &m_context;
    std::optional<RoomId> m_room;
    QString m_obstacle;
    QString m_hold;
    Task m_task = Task::New;
    qint64 m_seq = 0;  //!< of the message the task is about
    QString m_about;   //!< whom the answer is for; the words before the change
    QHash<RoomId, Begun> m_begun;
    bool m_loading = false;
    QTimer m_draftTimer;
    QLabel *m_reason;
    QWidget *m_holdLine;
    QLabel *m_holdIcon;
    QLabel *m_holdText;
    ComposerBar *m_bar;
    QWidget *m_line;
    ComposerEdit *m_edit;
    Completion *m_completion;
    QToolButton *m_attach;
    QToolButton *m_emoji;
    QToolButton *m_send;
    QLabel *m_counter;
};

} // namespace jjak::desktop
