// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/terminal/screen/canvas.h"
#include "client/terminal/screen/view.h"

//! From a View to a screen. Pure.
namespace jjak::terminal {

//! Where the areas of the main page are.
struct Areas {
    int rows = 0, columns = 0;
    int listWidth = 0;      //!< 0: no room for the list of chats
    int left = 0;           //!< first column of the messages
    int date = 2;           //!< first row of the blind date's phase, topic and (narrow) seats
    int top = 2, bottom = 0; //!< rows of the messages, `bottom` not included
    int said = 0;           //!< first row of what the program answered
    int proposal = 0;       //!< first row of the proposal or choice
    int input = 0;

    int messageRows() const { return bottom - top; }
    int messageColumns() const { return columns - left; }
};

Areas areasOf(const View &view, int rows, int columns);
Canvas compose(const View &view, int rows, int columns);

//! The messages as lines of the given width, as they are drawn.
struct DrawnLine {
    QString time = {};
    Style timeStyle = Style::Faint;
    QString text = {};
    Style style = Style::Plain;
    QString mark = {};
    Style markStyle = Style::Faint;
    bool rule = false; //!< a heading in the middle of a line
    bool host = false; //!< with the host's bar in front
    qint64 number = 0; //!< of the message that begins here; 0: none begins, or none that can be named
    bool chosen = false; //!< keys are about this message
};
std::vector<DrawnLine> drawMessages(const std::vector<MessageLine> &messages, int columns);

//! Mark and state of a seat in one line; shorter where there are fewer columns.
QString told(const SeatLine &seat, int columns = 1 << 20);
//! The topic in at most two lines.
QStringList drawTopic(const DateBox &box, int columns);
//! The seats one after the other, for where there is no list beside the messages; at most five lines.
QStringList drawSeats(const DateBox &box, int columns);

//! The lines of a list in the given width: wrapped, the second column aligned.
QStringList drawList(const ListBox &box, int columns);

} // namespace jjak::terminal
