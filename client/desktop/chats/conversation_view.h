// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;

namespace jjak::desktop {

class Composer;
class ConversationFiles;
class ConversationHeader;
class MessageActions;
class MessageDelegate;
class EmojiPicker;
class MessageView;
class Safety;
class SpokenMessages;
class Timeline;
struct MessageRow;

//! One conversation: header, messages, who is typing, composer. Says what may be done in its room at this moment.
class ConversationView final : public Translated<QWidget> {
    Q_OBJECT

public:
    ConversationView(Context &context, Safety &safety, QWidget *parent = nullptr);
    ~ConversationView() override;

    void setRoom(std::optional<RoomId> room);
    std::optional<RoomId> room() const { return m_room; }
    void setBackVisible(bool visible);
    //! Without it: a place around it says what the conversation is.
    void setHeaderVisible(bool visible);
    void focusComposer();
    //! Leads to that message, however old, and marks it for a moment.
    void showMessage(qint64 seq);

    ConversationHeader *header() const { return m_header; }
    MessageView *messages() const { return m_messages; }
    Composer *composer() const { return m_composer; }
    MessageActions *actions() const { return m_actions; }
    Timeline *timeline() const { return m_timeline; }
    EmojiPicker *picker() const { return m_picker; }
    ConversationFiles *files() const { return m_files; }

Q_SIGNALS:
    void backWanted();
    //! Messages of this conversation are looked for.
    void searchWanted();
    //! What can be done with the table whose room this is; or it is left.
    void tableWanted(jjak::RoomId room);
    void tableLeaveWanted(jjak::RoomId room);
    void said(const QString &sentence);

protected:
    void retranslate() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const client::RoomEntry *entry() const;
    client::MessageListModel *model() const;
    void connectParts(Safety &safety);
    void connectActions();
    void connectFiles();
    void let();
    void refresh();
    void refreshTyping();
    void refreshPermission();
    MessageRow read(const QModelIndex &index) const;
    QString obstacle(const protocol::Room &room) const;
    void askToOpen(const QUrl &url);
    void showMembers(Safety &safety);
    void showMenu(const QPoint &at, const QModelIndex &index);
    void scroll(int key);
    void pickEmoji();
    void pickReaction(qint64 seq);

    Context &m_context;
    std::optional<RoomId> m_room;
    ConversationHeader *m_header;
    MessageView *m_messages;
    MessageDelegate *m_delegate;
    SpokenMessages *m_spoken;
    Timeline *m_timeline;
    QLabel *m_typing;
    Composer *m_composer;
    MessageActions *m_actions;
    EmojiPicker *m_picker;
    ConversationFiles *m_files;
    QLabel *m_dropHere; //!< over everything while a file is held above it
    QTimer m_holding; //!< while the composer counts the seconds
};

} // namespace jjak::desktop
