#include "routing/proof/question.h"

#include "routing/proof/witness.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <z3++.h>

namespace signalbox {
namespace {

constexpr int mostLessons = 2'000;
constexpr double longestCheckSeconds = 20;
constexpr double firstSliceSeconds = 0.1;
constexpr double longestSliceSeconds = 0.4;   // how long nobody asks whether the answer is still wanted

}

struct Prover::State {
    State(const World& seen, const ProofLimits& bounds) : world(seen), limits(bounds) { }

    const World& world;
    const ProofLimits& limits;
    z3::context context;
    Texts texts;
};

Prover::Prover(const World& world, const ProofLimits& limits) : m_state(std::make_unique<State>(world, limits)) { }
Prover::~Prover() = default;
const World& Prover::world() const { return m_state->world; }
const ProofLimits& Prover::limits() const { return m_state->limits; }

struct Question::State {
    explicit State(Prover& prover)
        : shared(*prover.m_state),
          solver(shared.context, z3::solver::simple()),
          encoding(shared.context, solver, shared.world, shared.texts)
    {
    }

    bool isGood(const Values& values) const
    {
        return std::all_of(wishes.begin(), wishes.end(), [&](const std::vector<Wish>& oneOf) {
            return std::any_of(oneOf.begin(), oneOf.end(), [&](const Wish& wish) {
                return shared.world.holds(*wish.condition, values) == wish.wanted;
            });
        });
    }

    // Sets and moments that were cut short allow a witness, but no proof.
    bool proofsAreSound() const
    {
        return shared.world.setsAreExact() && (encoding.schedules().empty() || shared.world.momentsAreComplete())
            && !encoding.timeIsRelated();
    }

    z3::check_result check(const std::vector<int>& asked)
    {
        z3::expr_vector assumptions(shared.context);
        for (const int label : asked)
            assumptions.push_back(assumption(label));
        // In slices, between which it is asked whether there is still time; the solver keeps what it has learned.
        double slice = firstSliceSeconds;
        for (double spent = 0; spent < longestCheckSeconds; spent += slice, slice = longestSliceSeconds) {
            const double left = shared.limits.left();
            if (left <= 0)
                return z3::unknown;
            z3::params params(shared.context);
            params.set("timeout", static_cast<unsigned>(std::ceil(std::min(left, slice) * 1000)));
            solver.set(params);
            const z3::check_result result = solver.check(assumptions);
            if (result != z3::unknown)
                return result;
        }
        return z3::unknown;
    }

    z3::expr assumption(int label) { return shared.context.bool_const(("wish:" + std::to_string(label)).c_str()); }

    std::vector<int> coreOf(const std::vector<int>& asked)
    {
        std::set<std::string> names;
        for (const z3::expr& part : solver.unsat_core())
            names.insert(part.decl().name().str());
        std::vector<int> core;
        std::copy_if(asked.begin(), asked.end(), std::back_inserter(core),
                     [&](int label) { return names.contains("wish:" + std::to_string(label)); });
        return core;
    }

    // Nothing the solver throws leaves this place: it is then not known.
    Answer answer(const std::vector<int>& asked)
    {
        try {
            return search(asked);
        } catch (const z3::exception&) {
            return {};
        }
    }

    Answer search(const std::vector<int>& asked)
    {
        using Outcome = Answer::State;
        encoding.tieSchedulesToTime();
        for (int lessons = 0; lessons < mostLessons && shared.limits.left() > 0; ++lessons) {
            const z3::check_result result = check(asked);
            if (result == z3::unsat)
                return {proofsAreSound() ? Outcome::No : Outcome::Unknown, {}, coreOf(asked)};
            if (result == z3::unknown)
                return {};
            auto attempt = buildWitness(
                solver.get_model(), encoding, shared.world, shared.texts,
                [this](const std::vector<z3::expr>& together) { learn(together); },
                [this](const Values& values) { return isGood(values); });
            if (attempt.state == WitnessAttempt::State::Built)
                return {Outcome::Yes, std::move(attempt.values), {}};
            if (attempt.state == WitnessAttempt::State::Unknown)
                return {};
        }
        return {};
    }

    void learn(const std::vector<z3::expr>& together)
    {
        z3::expr_vector ways(shared.context);
        for (const z3::expr& part : together)
            ways.push_back(!part);
        solver.add(z3::mk_or(ways));
    }

    Prover::State& shared;
    z3::solver solver;
    Encoding encoding;
    std::vector<std::vector<Wish>> wishes;
    std::vector<int> labels;
};

Question::Question(Prover& prover) : m_state(std::make_unique<State>(prover)) { }
Question::~Question() = default;
Question::Question(Question&&) noexcept = default;

void Question::require(const Condition& condition, bool wanted, int label)
{
    const z3::expr holds = m_state->encoding.of(condition);
    const z3::expr wish = wanted ? holds : !holds;
    m_state->wishes.push_back({{&condition, wanted}});
    if (label < 0) {
        m_state->solver.add(wish);
        return;
    }
    m_state->solver.add(z3::implies(m_state->assumption(label), wish));
    if (std::find(m_state->labels.begin(), m_state->labels.end(), label) == m_state->labels.end())
        m_state->labels.push_back(label);
}

void Question::requireOneOf(const std::vector<Wish>& wishes)
{
    z3::expr_vector ways(m_state->shared.context);
    for (const Wish& wish : wishes) {
        const z3::expr holds = m_state->encoding.of(*wish.condition);
        ways.push_back(wish.wanted ? holds : !holds);
    }
    m_state->wishes.push_back(wishes);
    m_state->solver.add(ways.empty() ? m_state->shared.context.bool_val(false) : z3::mk_or(ways));
}

Question::Answer Question::answer()
{
    Answer answer = m_state->answer(m_state->labels);
    if (answer.yes())
        answer.witness = plainer(std::move(answer.witness), m_state->shared.world,
                                 [this](const Values& values) { return m_state->isGood(values); });
    std::sort(answer.reasons.begin(), answer.reasons.end());
    return answer;
}

std::vector<int> Question::fewest(std::vector<int> reasons)
{
    const auto wishes = std::exchange(m_state->wishes, {});   // a subset is asked: any witness settles it
    for (std::size_t i = reasons.size(); i-- > 0 && reasons.size() > 1;) {
        std::vector<int> rest = reasons;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        if (m_state->answer(rest).no())
            reasons = std::move(rest);
    }
    m_state->wishes = wishes;
    return reasons;
}

}
