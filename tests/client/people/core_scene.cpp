// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The peer and the scene of the client library's own tests, built into the programs of this folder too.
#include "../core/peer.cpp"
#include "../core/scene.cpp"

#include "../core/moc_peer.cpp"
