/** What `--help` prints. */
export const USAGE = `dreamina-edits: checks and plans AI-edited pictures, on this machine, without a token and without any network

Usage
  dreamina-edits init [FOLDER] [--spec edits.yml]   write a first spec for the pictures in a folder
  dreamina-edits validate [SPEC]                    check the spec and the reference images
  dreamina-edits plan [SPEC]                        say what a run would make, and what that would cost
  dreamina-edits models [--search WORDS]            list the service's edit models; asks the service, with the token in
                                                    RUNCOMFY_TOKEN

Options
  --json                    print JSON, see docs/command-line.md
  --no-color                print no colors; so does NO_COLOR=1
  --only GLOBS              these edits only, with those that they need (validate, plan)

Options of plan
  --branch NAME             the branch with the pictures; default: assets
  --base-branch NAME        the branch beneath it, as the input \`base-branch\`
  --adopt-from GLOBS        preview branches, as the input \`adopt-from\`
  --branch-directory PATH   their folder on the branch
  --remote NAME             the remote whose fetched branches are read; default: origin
  --force GLOBS             plan as with the input \`force\`
  --prune                   plan as with the input \`prune\`
  --takes-on-branch         plan as with the input \`takes-on-branch\`
  --fail-on-changes         exit with 3 if a run would send an edit
  --out FILE                write the plan file, for the input \`plan-file\`

Exit codes
  0 fine, 1 errors in the spec or the plan, 2 wrong arguments, 3 changes (--fail-on-changes), 70 unexpected error,
  130 stopped by Ctrl+C`;
