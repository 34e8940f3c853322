#pragma once

#include <QStringList>

namespace signalbox {

// signalbox backtest --rulebook FILE [--since T] [--until T] [--include practice,imported] [--moved N]
int backtestCommand(const QStringList& arguments);

}
