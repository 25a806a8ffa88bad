// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/main/switchboard.h"
#include "server/operate/control_socket.h"

using namespace jjak;

namespace {

//! Notes what it gets, and in how many batches.
class Notes final : public app::FanOut {
public:
    void release(std::vector<app::Outgoing> batch) override
    {
        ++batches;
        for (app::Outgoing &outgoing : batch)
            got.push_back(std::move(outgoing));
    }
    QByteArrayList frames() const
    {
        QByteArrayList out;
        for (const app::Outgoing &outgoing : got) {
            if (const auto *answer = std::get_if<app::ToConnection>(&outgoing))
                out += answer->frame;
            else if (const auto *all = std::get_if<app::ToEverybody>(&outgoing))
                out += all->frame;
        }
        return out;
    }

    int batches = 0;
    std::vector<app::Outgoing> got;
};

} // namespace

//! Who gets what of a batch.
class TestSwitchboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyAnswersToTheControlSocketGoThereAndOrderIsKept()
    {
        constexpr app::ConnectionId mark = operate::ControlSocket::mark;
        Notes gateway, control;
        server::Switchboard board(gateway, control);
        board.release({app::ToConnection{1, "a"}, app::ToConnection{mark + 1, "b"}, app::ToEverybody{"c"}, app::ToConnection{mark + 2, "d"}, app::ToConnection{2, "e"}});
        QCOMPARE(gateway.frames(), (QByteArrayList{"a", "c", "e"}));
        QCOMPARE(control.frames(), (QByteArrayList{"b", "d"}));
    }

    void nobodyIsToldOfNothing()
    {
        Notes gateway, control;
        server::Switchboard board(gateway, control);
        board.release({app::ToConnection{operate::ControlSocket::mark + 1, "a"}});
        board.release({app::ToConnection{1, "b"}});
        board.release({});
        QCOMPARE(gateway.batches, 1);
        QCOMPARE(control.batches, 1);
    }
};

QTEST_GUILESS_MAIN(TestSwitchboard)
#include "tst_switchboard.moc"
