// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

//! Everything that a screen shows, as plain data: cleaned texts in the chosen language, no ids, no clock.
namespace jjak::terminal {

//! Proposal is also the choice of a blind date: they stand in the same place.
enum class Focus { Input, Proposal, Rooms, Messages };

//! A chat in the list.
struct RoomLine {
    int number = 0;
    QString name;
    QString preview;
    QString time;
    qint64 unread = 0;
    bool open = false;   //!< its messages are on the screen
    bool over = false;   //!< can only be read
    bool typing = false;
    bool draft = false;
    bool failed = false; //!< a message in it was refused
};

//! A message of the open chat.
struct MessageLine {
    QString author; //!< empty for notices
    QString text;
    QString time;
    QString mark;   //!< how far one's own is
    QString error;  //!< why it was refused
    QString day;    //!< begins a new day, under this heading
    bool mine = false;
    bool notice = false;
    bool host = false;  //!< the host of a blind date speaks
    bool first = true; //!< of several by one author
    bool unreadLine = false;
    qint64 number = 0;  //!< by which commands name it; 0: none can
    bool chosen = false; //!< keys are about this one
    qint64 reply = 0;   //!< number of the message it answers; 0: of none
    QString quote;      //!< that one on one line; empty as long as it is not here
    QString reactions;  //!< "❤ 2  👍 1"
    bool edited = false;
    bool deleted = false; //!< the text says so
};

//! Somebody was found.
struct ProposalBox {
    QString title;
    QString detail;
    int seconds = 0;
    bool answered = false;
    bool ready = true; //!< keys count; not in the first moment, when they may belong to the line before
};

//! Waiting for a blind date.
struct LobbyBox {
    QString title;
    int seated = 0, seats = 0;
    QString count;     //!< "3 of 7"
    QStringList lines; //!< when it starts, how long one has waited, how to leave
};

//! A seat of the blind date that is on the screen.
struct SeatLine {
    int number = 0;
    QString name;
    QString state;       //!< in words: oneself, away, left, a demo person
    QString brief;       //!< the most important of these in one short word
    QString mark;        //!< in words: first impression, arrow
    bool mine = false;
    bool gone = false;   //!< left, or blocked by oneself
    bool marked = false; //!< chosen by oneself at this moment
};

//! What can be done now in a blind date, above the line to type in.
struct ChoiceBox {
    QString title;
    QString end;    //!< at the right of the title: the time left
    QString detail;
    QStringList keys; //!< or a last word; the same said longer and shorter, the longest first
    bool urgent = false; //!< the time is nearly over
    bool keysCount = false; //!< keys choose while it has the focus
};

//! The blind date whose room is open.
struct DateBox {
    QString phase;    //!< "Topic 2 of 3"
    QString left;     //!< "2:41"; empty once it is over
    QString note;     //!< beside the phase, once it is over
    int share = 0;    //!< of the phase that is left, in thousandths
    QString topic;
    QString seatsTitle;
    std::vector<SeatLine> seats;
    std::optional<ChoiceBox> choice;
};

//! A list over the messages: help, devices, blocks. A line may have two columns with a tab between them.
struct ListBox {
    QString title;
    QStringList lines;
    int scroll = 0;
    int chosen = -1;      //!< a line that stands out; -1: none
    bool isTyped = false; //!< the title ends with what is being typed
};

//! One line of a form.
struct FormField {
    QString label;
    QString text;
    qsizetype cursor = 0;
    bool secret = false;
};

//! The page before somebody is signed in.
struct Form {
    QString title;
    QStringList intro;
    std::vector<FormField> fields;
    int active = 0;
    QString choice; //!< of the line below the fields: a switch and its state
    QString error;
    QString busy;   //!< what is being waited for
    QString keys;   //!< which keys do what
};

struct View {
    std::optional<Form> form;
    std::vector<RoomLine> rooms;
    int roomCursor = -1; //!< index into rooms while they have the focus
    QString roomsTitle;
    QString title;       //!< of the open chat
    QString subtitle;
    std::vector<MessageLine> messages; //!< oldest first; enough of them to fill the screen
    bool numbered = false;             //!< their numbers stand in place of the times
    int linesBelow = 0;                //!< how far it is scrolled up
    QStringList welcome; //!< instead of messages while no chat is open
    QString typing;
    QStringList said;    //!< what the program answered last
    bool saidIsError = false;
    QStringList offers;  //!< what Tab can complete
    int offer = -1;
    std::optional<ProposalBox> proposal;
    std::optional<LobbyBox> lobby; //!< instead of messages
    std::optional<DateBox> date;   //!< its seats stand instead of the chats
    std::optional<ListBox> list;
    QString input;
    qsizetype cursor = 0;
    QString hint;        //!< in an empty input line
    QString held;        //!< why nothing can be sent now, in front of the line: the seconds left
    Focus focus = Focus::Input;
    QString status;
    QString statusEnd;
    bool online = true;
};

} // namespace jjak::terminal
