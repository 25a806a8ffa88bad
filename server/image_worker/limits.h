// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::image_worker {

//! The sanitizers reserve terabytes, have a heap and make system calls of their own: built with them, only the other limits hold.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

//! What this process may use from now on: memory, processor time, sizes of files. Comes before anything is read.
//! False where the system refuses.
bool limitResources();

//! From now on only memory, threads and the files that are open already: no other file, no network, no program, no other
//! process. Comes before the first byte of the picture is decoded. False where the system refuses.
bool shutDoors();

} // namespace jjak::image_worker
