// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QTranslator>
#include <memory>

#include "../core/scene.h"
#include "client/desktop/frame/main_window.h"

namespace jjak::desktop::test {

//! Marks every sentence that is looked up: what bears no mark on the screen was not translatable, and the marks make
//! sentences longer, as other languages do.
class MarkingTranslator final : public QTranslator {
public:
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

//! What a test lets the server say about Nearby.
struct News {
    std::optional<protocol::Ticket> ticket = {};
    std::optional<protocol::Proposal> proposal = {};
    std::optional<protocol::Ended> ended = {};
    std::optional<protocol::Crowd> crowd = {};
};

//! A whole desktop program against a peer on this machine: window, session, settings in a folder of its own.
struct Desk {
    explicit Desk(int zoom = 100);
    ~Desk();
    //! Signed in, with these rooms; the window is there.
    void start(const QList<protocol::Room> &rooms = {});
    //! Tells the session a new state of Nearby.
    void tell(const News &news);
    //! A place is chosen, so that a search can begin.
    void choosePlace();
    void show(const QSize &size = {1080, 720});
    //! Chooses a language; its catalogue is not part of test programs, so it is read from where the build put it.
    void speak(const QString &code);
    client::Session &session() { return *scene.session; }

    client::test::Scene scene;
    LateSecretStore secrets;
    client::Settings settings;
    client::PlaceList places;
    Languages languages;
    Theme theme;
    Context context;
    std::unique_ptr<MainWindow> window;
    QTranslator plurals, catalogue;
    qint64 version = 0;
    QFont font; //!< as it was before the theme enlarged it
};

protocol::Ticket ticket(Reach reach = Reach::Km10);
protocol::Proposal proposal(int number, Duration left = std::chrono::seconds(30));
protocol::Ended ended(int number, protocol::Outcome outcome, bool mine, std::optional<RoomId> room = {});
ProposalId proposalId(int number);

} // namespace jjak::desktop::test
