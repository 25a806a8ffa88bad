// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/spec.h"
#include "common/protocol/table_values.h"

//! What one may do with coffee tables. All but looking needs a name in the lounge.
namespace jjak::protocol::cmd {

struct TableReply {
    Table table;
    static constexpr std::string_view title = "TableReply";
    static constexpr auto fields(auto each) { return each(field("table", &TableReply::table, "As it is now.")); }
};

struct OfferTable {
    using Reply = TableReply;
    ClientId cid;
    PostId post;
    QString topic;
    QString language;
    std::optional<Time> at;
    QString zone;
    int seats = 4;
    bool approval = false;
    bool sure = false;
    static constexpr Spec spec{"table.offer", Access::SignedIn, Route::Write, Family::Safety, "Offers a table with one's own post; a post has one at a time."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &OfferTable::cid, "The same for every repetition of this table."), field("post", &OfferTable::post, "With which post."),
                          field("topic", &OfferTable::topic, "What it is about.", Rule::line(1, limits::tableTopicCodePoints)), field("language", &OfferTable::language, "Code of the language spoken.", Rule::line(2, 16)),
                          field("at", &OfferTable::at, "When its room opens; absent: now. At most 30 days ahead."), field("zone", &OfferTable::zone, "One's time zone.", Rule::line(1, 64)),
                          field("seats", &OfferTable::seats, "How many, one's own among them.", Rule::range(limits::tableSeatsMin, limits::tableSeats)),
                          field("approval", &OfferTable::approval, "One decides who comes."), field("sure", &OfferTable::sure, "Also when another table of one's own is at the same hour."));
    }
};

struct JoinTable {
    using Reply = TableReply;
    TableId table;
    bool line = false;
    bool sure = false;
    static constexpr Spec spec{"table.join", Access::SignedIn, Route::Write, Family::Send, "Takes a free seat, also one that is kept for oneself; asks the host where that is needed; waits in line when all are taken."};
    static constexpr auto fields(auto each)
    {
        return each(field("table", &JoinTable::table, "Which one."), field("line", &JoinTable::line, "Waits when all seats are taken; else that is refused."),
                          field("sure", &JoinTable::sure, "Also when another table of one's own is at the same hour."));
    }
};

struct LeaveTable {
    using Reply = Empty;
    TableId table;
    static constexpr Spec spec{"table.leave", Access::SignedIn, Route::Write, Family::Safety, "Gives back the seat, the place in line or the question; a host who leaves closes the table."};
    static constexpr auto fields(auto each) { return each(field("table", &LeaveTable::table, "Which one.")); }
};

struct AdmitToTable {
    using Reply = TableReply;
    TableId table;
    PersonaId persona;
    bool yes = true;
    static constexpr Spec spec{"table.admit", Access::SignedIn, Route::Write, Family::Send, "The host's word to somebody who asked: a seat, or a place in line when all are taken. A no is told to nobody."};
    static constexpr auto fields(auto each)
    {
        return each(field("table", &AdmitToTable::table, "Which one."), field("persona", &AdmitToTable::persona, "Who asked."), field("yes", &AdmitToTable::yes, "Whether they may come."));
    }
};

struct RenameTable {
    using Reply = TableReply;
    TableId table;
    QString topic;
    static constexpr Spec spec{"table.rename", Access::SignedIn, Route::Write, Family::Send, "The host gives it another topic."};
    static constexpr auto fields(auto each) { return each(field("table", &RenameTable::table, "Which one."), field("topic", &RenameTable::topic, "What it is about.", Rule::line(1, limits::tableTopicCodePoints))); }
};

struct RemoveFromTable {
    using Reply = TableReply;
    TableId table;
    PersonaId persona;
    static constexpr Spec spec{"table.remove", Access::SignedIn, Route::Write, Family::Safety, "The host takes somebody's seat or place in line; they cannot come again."};
    static constexpr auto fields(auto each) { return each(field("table", &RemoveFromTable::table, "Which one."), field("persona", &RemoveFromTable::persona, "Whose.")); }
};

struct CloseTable {
    using Reply = Empty;
    TableId table;
    static constexpr Spec spec{"table.close", Access::SignedIn, Route::Write, Family::Safety, "The host ends it; what was said in its room can still be read there for a day."};
    static constexpr auto fields(auto each) { return each(field("table", &CloseTable::table, "Which one.")); }
};

struct KeepTable {
    using Reply = TableReply;
    TableId table;
    bool on = true;
    static constexpr Spec spec{"table.keep", Access::SignedIn, Route::Write, Family::Send, "One wants to keep it; once all who have a seat do, it does not end by itself."};
    static constexpr auto fields(auto each) { return each(field("table", &KeepTable::table, "Which one."), field("on", &KeepTable::on, "false: no more.")); }
};

struct ThankHost {
    using Reply = TableReply;
    TableId table;
    bool on = true;
    static constexpr Spec spec{"table.thank", Access::SignedIn, Route::Write, Family::Send, "A guest thanks the host, from the opening of the room until a day after the end. Only how many did is ever told, in the ranking."};
    static constexpr auto fields(auto each) { return each(field("table", &ThankHost::table, "For which table."), field("on", &ThankHost::on, "false: no more.")); }
};

struct LookAtTable {
    using Reply = TableReply;
    TableId table;
    static constexpr Spec spec{"table.look", Access::SignedIn, Route::Read, Family::Read, "A table."};
    static constexpr auto fields(auto each) { return each(field("table", &LookAtTable::table, "Which one.")); }
};

struct TableList {
    QList<Table> tables;
    std::optional<QString> next;
    static constexpr std::string_view title = "TableList";
    static constexpr auto fields(auto each)
    {
        return each(field("tables", &TableList::tables, "In the order asked for.", Rule::upTo(limits::tablesPage)), field("next", &TableList::next, "Where the next page goes on; absent: that was all.", Rule::line(1, 64)));
    }
};

struct ListTables {
    using Reply = TableList;
    bool mine = false;
    bool past = false;
    std::optional<QString> after;
    std::optional<QString> text = std::nullopt;
    static constexpr Spec spec{"table.list", Access::SignedIn, Route::Read, Family::Read, "A page of tables: those that have not ended, the next first; or one's own. With `text` a page may be empty and still have `next`."};
    static constexpr auto fields(auto each)
    {
        return each(field("mine", &ListTables::mine, "Only those one has to do with."), field("past", &ListTables::past, "With `mine`: those that have ended, the latest first."),
                          field("after", &ListTables::after, "`next` of the page before.", Rule::line(1, 64)),
                          field("text", &ListTables::text, "Only those with that in their topic, also within words, or as a tag of their post; case does not matter.", Rule::line(1, limits::searchCodePoints)));
    }
};

} // namespace jjak::protocol::cmd
