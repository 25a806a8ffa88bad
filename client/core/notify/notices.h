// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "client/core/lounge/table_watch.h"
#include "client/core/notify/choice.h"
#include "client/core/occasion.h"

namespace jjak::client {

//! What a notification is about. About each there is at most one at a time: a new one replaces it.
struct About {
    enum class Kind { Room, Proposal, Date, Coming, Table } kind = Kind::Room;
    RoomId room = {};         //!< of Room and Date
    OccasionId occasion = {}; //!< of Coming, and of Table
    bool operator==(const About &) const = default;
};

//! To be shown, in place of what is shown about the same.
struct ShowNotice {
    enum class What {
        Message,  //!< `message` in a room, `unread` in all
        Match,    //!< both said yes: `about.room` is open
        Proposal, //!< waits for an answer
        Date,     //!< one's date begins
        Arrow,    //!< it asks whom one would like to meet again
        Coming,   //!< `occasion` begins in `minutes`
        Table,    //!< `news` of one's own coffee table
    } what = What::Message;
    About about;
    bool hidden = false; //!< say neither name nor words; they are not in here
    qint64 unread = 0;
    protocol::Message message = {};
    Occasion occasion = {};
    int minutes = 0;
    protocol::Table table = {};
    TableNews news = {};
    //! Was asked for and is over soon: it stays until it is answered or withdrawn, and is shown also in quiet hours. Of a
    //! coffee table that is only the seat that is kept for two minutes.
    bool isStrong() const { return what != What::Message && (what != What::Table || news.kind == TableNews::Kind::Offered); }
    bool operator==(const ShowNotice &) const = default;
};

//! Is no news any more.
struct WithdrawNotice {
    About about;
    bool operator==(const WithdrawNotice &) const = default;
};

using NoticeEffect = std::variant<ShowNotice, WithdrawNotice>;
using NoticeEffects = std::vector<NoticeEffect>;

//! How things are at the moment when something happens.
struct Surroundings {
    NotifyChoice choice;
    Time now;       //!< local clock
    Time serverNow; //!< the clock of messages
    int minute = 0; //!< of the local day, see localMinute()
    std::optional<RoomId> room = {}; //!< on the screen, in the window that has the keyboard
    bool nearby = false;             //!< the same of the page with the proposal
    bool date = false;               //!< the same of the blind date
    bool lounge = false;             //!< the same of the lounge, where the coffee tables are
};

//! Which notifications there are, and what becomes of them: what is new is shown, what was read, looked at, answered or
//! deleted is withdrawn. Pure; it shows nothing and knows no words.
class Notices {
public:
    //! What is older when it arrives was missed: the unread mark tells it, fifty notifications at waking up tell nothing.
    static constexpr Duration stillNew = 10min;

    //! A message that was not here before, one's own too. `silent`: the room is to make no notifications.
    NoticeEffects arrived(const protocol::Room &room, bool silent, const protocol::Message &message, const Surroundings &at);
    //! A message was edited, deleted or reacted to.
    NoticeEffects changed(const protocol::Room &room, const protocol::Message &message, const Surroundings &at);
    //! Something about the room is another one, read positions for instance; nullptr: it is gone.
    NoticeEffects roomIs(RoomId id, const protocol::Room *room, bool silent);
    //! Something else is looked at.
    NoticeEffects looked(const Surroundings &at);
    //! Call for every change.
    NoticeEffects nearbyIs(const protocol::Nearby &nearby, const Surroundings &at);
    NoticeEffects dateIs(const protocol::BlindDate &blindDate, const Surroundings &at);
    //! Something about one's own table is another one.
    NoticeEffects tableIs(const protocol::Table &table, const Surroundings &at);
    //! What TableWatch says is new.
    NoticeEffects tableNews(const protocol::Table &table, const TableNews &news, const Surroundings &at);
    //! The reminder that somebody set.
    NoticeEffects reminded(const Occasion &occasion, int minutes, const Surroundings &at);
    //! Signed out, or notifications were switched off.
    NoticeEffects clear();
    //! Somebody closed it.
    void closed(const About &about);

private:
    struct Shown {
        About about;
        qint64 seq = 0;                   //!< of the message; 0: of none
        std::optional<RoomId> room = {};  //!< of Coming: who looks there has come
        bool offer = false;               //!< of Table: a seat that is kept, until it is not any more
    };
    static bool isSeen(const About &about, const Surroundings &at);
    static bool isSeen(const Shown &one, const Surroundings &at) { return isSeen(one.about, at) || (one.room && one.room == at.room); }
    const Shown *find(const About &about) const;
    NoticeEffects show(ShowNotice notice, const Surroundings &at);
    NoticeEffects withdraw(const About &about);

    std::vector<Shown> m_shown;
    std::optional<ProposalId> m_proposal; //!< seen open, so its end is news
    std::optional<RoomId> m_match;        //!< has been told
    std::optional<DateId> m_date;
    bool m_arrow = false; //!< the choice of m_date has been told
};

} // namespace jjak::client
