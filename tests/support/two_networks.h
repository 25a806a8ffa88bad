// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace jjak::test {

//! Two networks of the test program's own with a cable between them, which can be cut; nothing of the machine's is seen or changed. Who made it
//! is in the near one from then on, with all threads and processes that it begins. One thread; throws std::runtime_error with what to do about it.
class TwoNetworks {
public:
    //! The first line of main(): whoever is not root goes on in a user namespace, where networks may be made.
    static void allow(char **arguments);

    TwoNetworks();
    ~TwoNetworks();
    Q_DISABLE_COPY_MOVE(TwoNetworks)

    static QString near() { return QStringLiteral("10.231.0.1"); }
    static QString far() { return QStringLiteral("10.231.0.2"); }

    //! While it lives, what is begun begins in the far network.
    class Far {
    public:
        explicit Far(const TwoNetworks &networks);
        ~Far();
        Q_DISABLE_COPY_MOVE(Far)

    private:
        const TwoNetworks &m_networks;
    };

    void cut();  //!< Nobody is told: what is sent is lost.
    void mend();

private:
    int m_far, m_near; //!< descriptors, in the order in which they are made
};

} // namespace jjak::test
