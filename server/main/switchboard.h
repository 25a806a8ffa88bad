// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/fan_out.h"

namespace jjak::server {

//! Parts what is sent: answers to the control socket go there, everything else to the gateway.
class Switchboard final : public app::FanOut {
public:
    Switchboard(app::FanOut &gateway, app::FanOut &control) : m_gateway(gateway), m_control(control) {}

    void release(std::vector<app::Outgoing> batch) override;

private:
    app::FanOut &m_gateway;
    app::FanOut &m_control;
};

} // namespace jjak::server
