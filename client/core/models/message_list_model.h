// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <deque>

#include "client/core/cache/outbox_entry.h"
#include "client/core/models/message_source.h"
#include "client/core/state/state.h"

namespace jjak::client {

//! The messages of one room, oldest first: those that are loaded, without a gap, and below them what waits to be sent.
//! Older ones come page by page through fetchOlder(), first from the cache, then from the network; the model itself
//! knows neither. Messages of hidden authors have no row. Access to a row takes the same time however many there are.
class MessageListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TextRole = Qt::DisplayRole, //!< QString, plain text: never to be taken as markup; of a notice its sentence, of a host's line its words, of a deleted one that it is
        KindRole = Qt::UserRole + 1, //!< protocol::MessageKind
        MineRole,                   //!< bool
        AuthorRole,                 //!< QString: the author's name in this room; empty for the host and notices
        AuthorNumberRole,           //!< int
        AtRole,                     //!< QDateTime, local
        DeliveryRole,               //!< MessageListModel::Delivery; meaningful for one's own
        SeqRole,                    //!< qint64; 0 as long as it is not stored
        CidRole,                    //!< ClientId of a message in the outbox, else null: for retry and discard
        ErrorRole,                  //!< QString: why it was refused; empty for others
        DayStartRole,               //!< bool: the first of its (local) day, among those that are loaded
        GroupFirstRole,             //!< bool: the one before is by somebody else, of another day, or more than 5 minutes older
        GroupLastRole,              //!< bool: the same towards the next one
        UnreadLineRole,             //!< bool: the "new messages" line belongs above it
        ReplyRole,                  //!< qint64: seq of the message it answers; 0: of none
        QuoteRole,                  //!< QString, plain text: who wrote the answered message and what, in one line; empty when it is not here
        EditedRole,                 //!< bool: its words were changed
        DeletedRole,                //!< bool
        ReactionsRole,              //!< QList<protocol::Reaction>
        FileRole,                   //!< protocol::Attachment of an image or file, also one that waits to be sent; invalid: none, or it is gone
        UploadRole,                 //!< int: percent of an upload, -1: none
        ExpiresRole,                //!< QDateTime, local: when it goes; invalid: it stays
        MentionsMeRole,             //!< bool: it names oneself
    };
    Q_ENUM(Role)
    //! Delivered: to some device of the other, in a group of all others.
    enum class Delivery { Queued, Stored, Delivered, Read, Failed };
    Q_ENUM(Delivery)

    //! The source answers what is in the cache and fetches the rest; it has to outlive the model.
    MessageListModel(RoomId room, MessageSource &source, QObject *parent = nullptr);

    RoomId room() const { return m_room; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    //! There are older messages than the first row.
    bool hasOlder() const;
    //! A page from the network is under way.
    bool isFetching() const { return m_fetching; }
    //! Loads one page of older messages above the first row: at once from the cache, else later from the network. Does
    //! nothing while one is under way or when there are none.
    Q_INVOKABLE void fetchOlder();
    //! The same on the way to a message that is not loaded yet: from the cache many pages at once.
    void fetchTowards(qint64 seq);

    //! The row of that message; -1 when it is not loaded.
    int rowOfSeq(qint64 seq) const;
    //! The row of that message, or of the next one that is shown; -1 when that is not known yet, or there is none.
    int rowAtOrAfter(qint64 seq) const;
    //! The message is among those that are loaded, whether it has a row or not.
    bool isLoaded(qint64 seq) const { return m_last != 0 && seq >= m_first && seq <= m_last; }
    //! The lowest number that is loaded; 0: none.
    qint64 firstSeq() const { return m_first; }
    int rowOfCid(ClientId cid) const;
    //! The row with the "new messages" line; -1 when there is none or it is not loaded yet.
    int unreadLineRow() const;
    //! How many messages lie above the line; the line itself stays where it was when the room was opened.
    qint64 unreadLineSeq() const { return m_unreadAfter; }
    //! Moves the line to behind what is read now, or takes it away: when a room is looked at anew.
    void resetUnreadLine();

    //! For the Session. Members, read positions, the head.
    void setRoom(const protocol::Room &room);
    //! Members whose messages have no row.
    void setHidden(const QList<int> &members, qint64 have);
    //! What the host's lines say is another text.
    void wordsChanged();
    //! Messages that follow on the last row, all there are up to `upTo` (0: the last of them). With `jump` they do not
    //! follow: the model begins anew with them.
    void append(const QList<protocol::Message> &messages, bool jump, qint64 upTo = 0);
    //! These are gone, or everything up to that one.
    void drop(const QList<qint64> &seqs);
    void dropUpTo(qint64 seq);
    //! Messages that are other ones than before: those that have a row, and those that are quoted.
    void change(const QList<protocol::Message> &messages);
    //! Loads the newest page of the cache, up to `have`.
    void reload(qint64 have);
    //! The page that fetchOlder() asked for; an empty one means that there is nothing older.
    void olderArrived(qint64 before, const QList<protocol::Message> &messages);
    //! The page could not be had now; fetchOlder() may be called again.
    void olderFailed();
    //! Everything that waits to be sent in this room, in order.
    void setOutbox(const std::vector<OutboxEntry> &entries);

Q_SIGNALS:
    //! A page was put above; row numbers have grown by `count`.
    void olderLoaded(int count);
    void fetchingChanged(bool fetching);

private:
    struct Shown;
    Shown shown(int row) const;
    Delivery deliveryOf(const Shown &m) const;
    bool sameGroup(const Shown &a, const Shown &b) const;
    QVariant timeData(int row, const Shown &m, int role) const;
    QVariant changeData(const Shown &m, int role) const;
    QVariant fileData(const Shown &m, int role) const;
    QString wordsOf(const protocol::Message &message) const;
    QString quoteOf(qint64 seq) const;
    void fetchBefore(int limit);
    void touchQuotes(qint64 from, qint64 to);
    void touchDelivery(qint64 readBefore, qint64 gotBefore);
    bool isHidden(const protocol::Message &message) const;
    std::vector<protocol::Message> shownOf(const QList<protocol::Message> &messages) const;
    int rowFrom(qint64 seq) const;
    void replace(const QList<protocol::Message> &messages);
    void removeRow(int row);
    void prepend(const QList<protocol::Message> &messages);
    void setFetching(bool fetching);
    void touch(int from, int to, const QList<int> &roles = {});

    RoomId m_room;
    MessageSource &m_source;
    protocol::Room m_info;
    std::deque<protocol::Message> m_messages; //!< in order of seq
    QList<int> m_hidden;
    qint64 m_first = 0, m_last = 0; //!< everything between these is loaded, hidden or not; 0: nothing
    std::vector<OutboxEntry> m_outbox;
    qint64 m_unreadAfter = -1; //!< the line stands above the first message after this one; -1: no line
    qint64 m_read = 0;         //!< read position of the others
    qint64 m_got = 0;          //!< the same of what has arrived there
    bool m_top = false;        //!< the server has nothing older
    bool m_fetching = false;
};

} // namespace jjak::client
