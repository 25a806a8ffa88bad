// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/switchboard.h"

#include <algorithm>

#include "server/operate/control_socket.h"

namespace jjak::server {

void Switchboard::release(std::vector<app::Outgoing> batch)
{
    const auto forControl = [](const app::Outgoing &outgoing) {
        const auto *answer = std::get_if<app::ToConnection>(&outgoing);
        return answer && (answer->connection & operate::ControlSocket::mark);
    };
    const auto rest = std::stable_partition(batch.begin(), batch.end(), [&](const app::Outgoing &outgoing) { return !forControl(outgoing); });
    std::vector<app::Outgoing> control(std::make_move_iterator(rest), std::make_move_iterator(batch.end()));
    batch.erase(rest, batch.end());
    if (!control.empty())
        m_control.release(std::move(control));
    if (!batch.empty())
        m_gateway.release(std::move(batch));
}

} // namespace jjak::server
