// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"

//! The numbers of the product, as they are when nobody changes them. The server's configuration can; what a client needs
//! to know of such a change is told in the answer to `hello`.
namespace jjak::limits {

inline constexpr int protocolVersion = 1;
inline constexpr int frameBytes = 64 * 1024;
inline constexpr int jsonDepth = 8;
inline constexpr int messageCodePoints = 2000;
inline constexpr int historyPage = 50, roomsPage = 100;
inline constexpr int reactionsPerMessage = 12; //!< different ones
inline constexpr int emojiCodePoints = 16;     //!< families and flags are long sequences
inline constexpr int mentionsPerMessage = 20;
inline constexpr int fileNameCodePoints = 120;
inline constexpr qint64 imageBytes = 10 << 20, fileBytes = 30 << 20;
inline constexpr int imageSide = 2048, thumbnailSide = 320; //!< of what an image is made into
inline constexpr qint64 quotaBytes = 500 << 20;             //!< what one account's files may take
inline constexpr int openUploads = 4;                       //!< of one account
inline constexpr int chunkBytes = 32 * 1024;
inline constexpr Duration uploadTime = 24h; //!< an upload that is not finished by then is swept
inline constexpr Duration fileTime = std::chrono::days(30);
inline constexpr int groupMembers = 100, roomNameCodePoints = 40, openInvitations = 50, hiddenMembers = 1000, slowSeconds = 3600;
inline constexpr Duration invitationTime = std::chrono::days(7), muteLongest = std::chrono::days(7);
inline constexpr int searchPage = 30, searchCodePoints = 100;
inline constexpr Duration recently = 1h; //!< so long after the last device went somebody was here recently
inline constexpr int nameMin = 2, nameMax = 20;
inline constexpr int passwordMin = 8, passwordMax = 128;
inline constexpr int minimumAge = 18;
inline constexpr int cellKm = 2;

inline constexpr Duration helloTime = 5s;
inline constexpr Duration idleTime = 50s;
inline constexpr Duration heartbeat = 20s;
inline constexpr int outBufferBytes = 64 * 1024;
inline constexpr int connectionsPerAddress = 20;

inline constexpr Duration proposalTime = 30s;
inline constexpr Duration ticketGrace = 20s; //!< how long a ticket waits for its device to come back
inline constexpr Duration refusedApart = std::chrono::days(30);
inline constexpr Duration silentApart = 1h; //!< after a proposal that somebody let pass: they may just have been away
inline constexpr int strangerMessages = 3;

inline constexpr Duration tokenUnused = std::chrono::days(30);
inline constexpr Duration tokenRotation = 1h;
inline constexpr Duration tokenGrace = 60s; //!< how long the same successor is given again
inline constexpr int reportMessages = 10;
inline constexpr Duration reportAfterLeaving = std::chrono::days(30);

inline constexpr int seats = 7, seatsMin = 2, seatsMax = 9; //!< one digit, so that what is told about a seat has one size
inline constexpr int quorum = 4;
inline constexpr Duration quorumAfter = 60s; //!< a date that is not full starts with the quorum so long after the event's start or its own opening
inline constexpr Duration doorsBefore = 10min; //!< how long before an event its lobby takes people in
inline constexpr Duration seatGrace = 90s;
inline constexpr Duration dateLate = 5s; //!< what is due and comes later than this found the server asleep: the date's clock stands still for that time
inline constexpr int floodMessages = 8;  //!< more than so many within floodTime, and the seat is read-only for coolTime
inline constexpr Duration floodTime = 10s, coolTime = 60s;
inline constexpr Duration metApart = std::chrono::days(30); //!< who sat together once is not seated together again
inline constexpr Duration pairTime = 24h; //!< for both of a pair to say that they want their room
inline constexpr Duration dateRoomKept = 24h;
inline constexpr Duration eventLongest = 24h;
inline constexpr int eventsPage = 20, scriptCodePoints = 40'000, openPairs = 20;

inline constexpr int postTitleCodePoints = 80, postCodePoints = 5000, commentCodePoints = 1000, tagCodePoints = 24, postTags = 5;
inline constexpr int profileLineCodePoints = 100, profileTags = 5;
inline constexpr int postsPage = 20, commentsPage = 50, boardLength = 5;
inline constexpr int postPictures = 4;
inline constexpr int postBeginning = 280; //!< code points of a post's text in a list
inline constexpr int tableSeats = 4, tableSeatsMin = 2, tableLine = 50, tableTopicCodePoints = 60, tablesPage = 30;
inline constexpr Duration tableOfferTime = 2min;                      //!< how long a free seat is kept for the first in line
inline constexpr Duration tableAhead = std::chrono::days(30);         //!< how long before a table can be offered
inline constexpr Duration tableQuiet = 24h;                           //!< after the last message it ends by itself
inline constexpr Duration tableRoomKept = 24h;                        //!< how long its room can be read after the end
inline constexpr Duration sameHour = 1h;                              //!< two tables that are less apart are a question

inline constexpr Duration typingTime = 5s; //!< a typing sign that is not repeated ends by itself

} // namespace jjak::limits
