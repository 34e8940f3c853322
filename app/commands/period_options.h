#pragma once

#include "model/domain/result.h"
#include "model/figures/question.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace signalbox {

// Which part of the past a subcommand is about: --week, or --since and --until, and --origin.
class PeriodOptions {
public:
    explicit PeriodOptions(QCommandLineParser& parser);   // which outlives it, and has these options from now on

    bool isWeek() const;
    // Error: what is wrong with them, in words.
    Result<void> read(FigureQuestion& question) const;

private:
    Result<void> readPeriod(FigureQuestion& question) const;

    QCommandLineParser& m_parser;
    QCommandLineOption m_week;
    QCommandLineOption m_since;
    QCommandLineOption m_until;
    QCommandLineOption m_origin;
};

}
